// JSON text as documents, each the JSON of one conversation, cut off without being
// parsed: values one after another, one a line, or the elements of an array, which may
// itself be a member of an object ("conversations": [...]), or of one in that
// ("analysisInput": {"conversations": [...]}).
#ifndef JSON_DOCUMENTS_H
#define JSON_DOCUMENTS_H

#include "base/diag.h"
#include "input/source.h"

enum { DOCUMENT_MAX = 256 << 20 }; // bytes

typedef struct {
    Str bytes;           // valid until the next one is cut off
    Place place;         // of the first byte
    const char *problem; // it is too long, and nothing follows; NULL: none
} Document;

// Whether a value, cut off the beginning of an array, is a conversation; else the whole
// array is one document.
typedef bool IsConversation(Str value);

typedef enum { LAYOUT_VALUES, LAYOUT_LINES, LAYOUT_ARRAY, LAYOUT_MEMBERS } Layout;

typedef struct {
    Source *source;
    IsConversation *is_conversation;
    Layout layout;
    size_t depth;   // objects that are open around the array
    Place place;    // of the first byte not consumed
    size_t used;    // bytes of the window that the last document takes
    uint32_t count; // documents so far
    bool by_line;   // each line is for itself: there is no looking at the next
    Place next_at;  // where the object around the array names a next page; line 0 = not
} Documents;

// Whether a text begins like JSON: with an object, or an array of such things.
bool documents_sniff(Str head);
// Finds out how the documents lie in the source, and goes to the first. `path` is what
// their places name; `asked` is called for the first element of an array.
void documents_open(Documents *documents, Source *source, Str path,
                    IsConversation *asked);
// The same of a source whose documents are said to be one a line; reads nothing.
void documents_open_lines(Documents *documents, Source *source, Str path);
// Whether a text's first line is no document, but the beginning of one or of many.
bool documents_go_on(Str head);
// The next document; false after the last.
bool documents_next(Documents *documents, Document *document);
// Where the one that follows begins, in the text.
uint64_t documents_offset(const Documents *documents);
// At most `size` bytes of the last one given; valid as long.
Str documents_last(const Documents *documents, size_t size);
// At most `size` bytes of the one that follows, if one does; valid as long.
Str documents_peek(const Documents *documents, size_t size);
// Whether the last one given is the only one.
bool documents_alone(Documents *documents);

#endif
