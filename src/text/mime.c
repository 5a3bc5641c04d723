#include "text/mime.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "input/encoding.h"
#include "text/markup.h"

#include <gmime/gmime.h>

void mime_begin(void) { g_mime_init(); }

static Str keep(Arena *arena, const char *text) {
    size_t repaired = 0;
    return str_copy(arena, utf8_repair(arena, str_trim(str_from(text)), &repaired));
}

// GMime takes text in an encoding that it cannot load for text in another one; what is
// loaded before stays so.
static void load_encoding(const char *name) {
    if (name) (void)encoding_known(name);
}

// Those of the encoded words of headers: =?iso-8859-1?Q?caf=E9?= (RFC 2047, 2).
static void load_encodings(Arena *arena, Str mail) {
    enum { LOOKED_AT = 16 << 10 };
    Str headers = str_slice(mail, 0, mail.len < LOOKED_AT ? mail.len : LOOKED_AT);
    for (size_t at = 0; (at = str_index(headers, at, '?')) < headers.len; at++) {
        size_t end = str_index(headers, at + 1, '?');
        bool begins = at > 0 && headers.ptr[at - 1] == '=' && end < headers.len;
        if (begins) load_encoding(str_z(arena, str_slice(headers, at + 1, end)));
    }
}

// ---- What is to be read

// The bytes of a part, decoded. Those that were not encoded are UTF-8 already, whatever
// the part says of them.
static Str part_bytes(Arena *arena, GMimePart *part) {
    GMimeContentEncoding encoding = g_mime_part_get_content_encoding(part);
    bool encoded = encoding == GMIME_CONTENT_ENCODING_BASE64 ||
                   encoding == GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE ||
                   encoding == GMIME_CONTENT_ENCODING_UUENCODE;
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (encoded) {
        GMimeContentType *type = g_mime_object_get_content_type(GMIME_OBJECT(part));
        load_encoding(g_mime_content_type_get_parameter(type, "charset"));
        char *text = g_mime_text_part_get_text(GMIME_TEXT_PART(part));
        Str kept = keep(arena, text);
        g_free(text);
        return kept;
    }
    GMimeStream *stream = g_mime_stream_mem_new();
    if (content) g_mime_data_wrapper_write_to_stream(content, stream);
    GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
    size_t repaired = 0;
    Str whole = {(const char *)bytes->data, bytes->len};
    Str kept = str_copy(arena, utf8_repair(arena, whole, &repaired));
    g_object_unref(stream);
    return kept;
}

static Str part_text(Arena *arena, GMimeObject *part) {
    if (!GMIME_IS_TEXT_PART(part) || g_mime_part_is_attachment(GMIME_PART(part)))
        return (Str){0};
    Str text = part_bytes(arena, GMIME_PART(part));
    GMimeContentType *type = g_mime_object_get_content_type(part);
    return g_mime_content_type_is_type(type, "text", "html") ? markup_text(arena, text)
                                                             : str_trim(text);
}

static Str object_text(Arena *arena, GMimeObject *object);

// Of several ways to say the same, the plain one, else the last that is text.
static Str alternative_text(Arena *arena, GMimeMultipart *parts) {
    Str best = {0};
    for (int i = 0; i < g_mime_multipart_get_count(parts); i++) {
        GMimeObject *part = g_mime_multipart_get_part(parts, i);
        Str text = object_text(arena, part);
        if (text.len) best = text;
        GMimeContentType *type = g_mime_object_get_content_type(part);
        bool plain = g_mime_content_type_is_type(type, "text", "plain");
        if (text.len && plain) return text;
    }
    return best;
}

// A mail within the mail was written to others, and is not said again.
static Str object_text(Arena *arena, GMimeObject *object) {
    if (!GMIME_IS_MULTIPART(object)) return part_text(arena, object);
    GMimeMultipart *parts = GMIME_MULTIPART(object);
    GMimeContentType *type = g_mime_object_get_content_type(object);
    if (g_mime_content_type_is_type(type, "multipart", "alternative"))
        return alternative_text(arena, parts);
    Buf text = {.arena = arena};
    for (int i = 0; i < g_mime_multipart_get_count(parts); i++) {
        Str part = object_text(arena, g_mime_multipart_get_part(parts, i));
        if (text.len && part.len) buf_byte(&text, '\n');
        buf_put(&text, part);
    }
    return buf_str(&text);
}

// ---- Headers

static Str header(Arena *arena, GMimeMessage *message, const char *name) {
    return keep(arena, g_mime_object_get_header(GMIME_OBJECT(message), name));
}

static void read_author(Arena *arena, GMimeMessage *message, Mail *mail) {
    InternetAddressList *from = g_mime_message_get_from(message);
    if (!from || internet_address_list_length(from) < 1) return;
    InternetAddress *first = internet_address_list_get_address(from, 0);
    mail->name = keep(arena, internet_address_get_name(first));
    if (INTERNET_ADDRESS_IS_MAILBOX(first))
        mail->address = keep(
            arena, internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first)));
}

static void read_message(Arena *arena, GMimeMessage *message, Mail *mail) {
    mail->id = keep(arena, g_mime_message_get_message_id(message));
    mail->references = header(arena, message, "References");
    if (!mail->references.len) mail->references = header(arena, message, "In-Reply-To");
    mail->subject = keep(arena, g_mime_message_get_subject(message));
    GDateTime *date = g_mime_message_get_date(message);
    mail->sent_ms = date ? g_date_time_to_unix(date) * 1000 : NO_TIME;
    Str automatic = header(arena, message, "Auto-Submitted");
    mail->automatic = automatic.len && !str_eq_fold(automatic, STR("no"));
    read_author(arena, message, mail);
    GMimeObject *body = g_mime_message_get_mime_part(message);
    if (body) mail->text = object_text(arena, body);
}

bool mime_read(Arena *arena, Str bytes, Mail *mail) {
    *mail = (Mail){.sent_ms = NO_TIME};
    load_encodings(arena, bytes);
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes.ptr, bytes.len);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    if (message) {
        read_message(arena, message, mail);
        g_object_unref(message);
    }
    g_object_unref(parser);
    g_object_unref(stream);
    return message != NULL;
}
