// XML as a run of events: elements that begin and end, text between them. Names come
// without the prefix of their namespace, since those who write a format choose it.
#ifndef INPUT_XML_H
#define INPUT_XML_H

#include "base/buf.h"
#include "input/stream.h"

// Of the element that begins: names and values in turn, then NULL.
typedef const char *const *XmlAttributes;

typedef struct {
    void (*start)(void *context, Str name, XmlAttributes attributes);
    void (*end)(void *context, Str name);
    void (*text)(void *context, Str text); // UTF-8, entities decoded; may come in parts
    void (*close)(void *context);          // of a layer; NULL: nothing
} XmlHandler;

typedef struct Xml Xml;

// Begins to read what `bytes` gives; all of it must outlive the Xml.
Xml *xml_open(Stream *bytes, const XmlHandler *handler, void *context);
// Reads a block, which calls the handler; false at the end, and when the stream failed,
// or what it gives is no XML, which is then its problem. XML that declares a document
// type is refused: nothing that is read here has one, and it can be made to grow without
// bounds.
bool xml_step(Xml *xml);
void xml_close(Xml *xml);
// Reads all, and closes the stream. False with the problem, in `arena`.
bool xml_read(Arena *arena, Stream *bytes, const XmlHandler *handler, void *context,
              Str *problem);

// What `part` says, as text: a layer over `below`, from which nothing is read, that gives
// what the handler puts into `out`. It closes the part.
Stream *xml_layer(Arena *arena, Stream *below, Stream *part, const XmlHandler *handler,
                  void *context, Buf *out);

// The value, or {0}; as long as the event.
Str xml_attribute(XmlAttributes attributes, const char *name);

#endif
