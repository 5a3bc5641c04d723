#include "input/document.h"

#include "base/buf.h"

typedef struct {
    bool in_text;
    size_t runs;      // open here: a tab elsewhere is where one would stop
    size_t fallbacks; // what programs show that do not know the alternative
    size_t cells;     // of tables
    Buf out;
} DocumentText;

static void put(DocumentText *document, Str text) {
    if (!document->fallbacks) buf_put(&document->out, text);
}

static void start(void *context, Str name, XmlAttributes attributes) {
    (void)attributes;
    DocumentText *document = context;
    document->in_text = str_eq(name, STR("t"));
    document->fallbacks += str_eq(name, STR("Fallback"));
    document->cells += str_eq(name, STR("tc"));
    document->runs += str_eq(name, STR("r"));
    if (!document->runs) return;
    if (str_eq(name, STR("tab"))) put(document, STR("\t"));
    if (str_eq(name, STR("br")) || str_eq(name, STR("cr"))) put(document, STR("\n"));
}

static void end(void *context, Str name) {
    DocumentText *document = context;
    document->in_text = false;
    if (str_eq(name, STR("p"))) put(document, document->cells ? STR(" ") : STR("\n"));
    if (str_eq(name, STR("tc"))) put(document, STR("\t"));
    if (str_eq(name, STR("tr"))) put(document, STR("\n"));
    document->runs -= str_eq(name, STR("r"));
    document->cells -= str_eq(name, STR("tc"));
    document->fallbacks -= str_eq(name, STR("Fallback"));
}

static void take(void *context, Str text) {
    DocumentText *document = context;
    if (document->in_text) put(document, text);
}

Stream *document_text(Arena *arena, const Package *package, Stream *below) {
    static const XmlHandler HANDLER = {start, end, take, NULL};
    DocumentText *document = arena_new(arena, DocumentText);
    document->out.arena = arena;
    Str part = package_find(package, "document.main+xml")->name;
    return xml_layer(arena, below, package_part(package, arena, part), &HANDLER, document,
                     &document->out);
}
