#include "input/xml.h"

#include <expat.h>

struct Xml {
    XML_Parser parser;
    Stream *bytes;
    const XmlHandler *handler;
    void *context;
    bool declared; // a document type
};

static Str local_name(const char *name) {
    const char *colon = strrchr(name, ':');
    return str_from(colon ? colon + 1 : name);
}

static void take_start(void *data, const XML_Char *name, const XML_Char **attributes) {
    const Xml *xml = data;
    xml->handler->start(xml->context, local_name(name), attributes);
}

static void take_end(void *data, const XML_Char *name) {
    const Xml *xml = data;
    xml->handler->end(xml->context, local_name(name));
}

static void take_text(void *data, const XML_Char *text, int len) {
    const Xml *xml = data;
    xml->handler->text(xml->context, (Str){text, (size_t)len});
}

static void refuse_type(void *data, const XML_Char *name, const XML_Char *system,
                        const XML_Char *public, int has_subset) {
    (void)name, (void)system, (void)public, (void)has_subset;
    Xml *xml = data;
    xml->declared = true;
    XML_StopParser(xml->parser, XML_FALSE);
}

Xml *xml_open(Stream *bytes, const XmlHandler *handler, void *context) {
    Xml *xml = arena_new(bytes->arena, Xml);
    *xml = (Xml){.bytes = bytes, .handler = handler, .context = context};
    xml->parser = XML_ParserCreate(NULL);
    if (!xml->parser) out_of_memory();
    XML_SetUserData(xml->parser, xml);
    XML_SetElementHandler(xml->parser, take_start, take_end);
    XML_SetCharacterDataHandler(xml->parser, take_text);
    XML_SetStartDoctypeDeclHandler(xml->parser, refuse_type);
    return xml;
}

static bool fail(Xml *xml) {
    enum XML_Error error = XML_GetErrorCode(xml->parser);
    if (error == XML_ERROR_NO_MEMORY) out_of_memory();
    if (xml->bytes->problem[0]) return false;
    stream_fail(xml->bytes, "bad XML at %lu:%lu: %s",
                XML_GetCurrentLineNumber(xml->parser),
                XML_GetCurrentColumnNumber(xml->parser) + 1,
                xml->declared ? "a document type" : XML_ErrorString(error));
    return false;
}

bool xml_step(Xml *xml) {
    Str block = stream_peek(xml->bytes, STREAM_BLOCK);
    bool last = !block.len;
    if (last && xml->bytes->problem[0]) return false;
    if (XML_Parse(xml->parser, block.ptr, (int)block.len, last) != XML_STATUS_OK)
        return fail(xml);
    stream_skip(xml->bytes, block.len);
    return !last;
}

void xml_close(Xml *xml) { XML_ParserFree(xml->parser); }

bool xml_read(Arena *arena, Stream *bytes, const XmlHandler *handler, void *context,
              Str *problem) {
    Xml *xml = xml_open(bytes, handler, context);
    while (xml_step(xml)) continue;
    xml_close(xml);
    *problem = str_copy(arena, str_from(bytes->problem));
    stream_close(bytes, NULL);
    return !problem->len;
}

// ---- As a layer

typedef struct {
    Xml *xml;
    bool more;
    Buf *out; // text not given yet, from `given` on
    size_t given;
} Layer;

static size_t layer_pull(Stream *stream, char *into, size_t room) {
    Layer *layer = stream->state;
    Buf *out = layer->out;
    if (layer->given == out->len) layer->given = out->len = 0;
    while (!out->len && layer->more) layer->more = xml_step(layer->xml);
    const char *problem = layer->xml->bytes->problem;
    if (!out->len && problem[0]) stream_fail(stream, "%s", problem);
    Str rest = str_slice(buf_str(out), layer->given, layer->given + room);
    if (rest.len) memcpy(into, rest.ptr, rest.len);
    layer->given += rest.len;
    return rest.len;
}

static void layer_close(Stream *stream) {
    const Layer *layer = stream->state;
    const Xml *xml = layer->xml;
    if (xml->handler->close) xml->handler->close(xml->context);
    stream_close(xml->bytes, NULL);
    XML_ParserFree(xml->parser);
}

Stream *xml_layer(Arena *arena, Stream *below, Stream *part, const XmlHandler *handler,
                  void *context, Buf *out) {
    Stream *stream = stream_new(arena, below);
    Layer *layer = arena_new(arena, Layer);
    *layer = (Layer){.xml = xml_open(part, handler, context), .more = true, .out = out};
    stream->state = layer;
    stream->pull = layer_pull;
    stream->close = layer_close;
    return stream;
}

// ----

Str xml_attribute(XmlAttributes attributes, const char *name) {
    for (; *attributes; attributes += 2)
        if (str_eq(local_name(*attributes), str_from(name)))
            return str_from(attributes[1]);
    return (Str){0};
}
