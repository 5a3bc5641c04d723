#include "text/mime.h"

#include "base/buf.h"
#include "base/library.h"
#include "base/utf8.h"
#include "input/encoding.h"
#include "text/markup.h"

#include <gmime/gmime.h>
#include <pthread.h>

#define FUNCTIONS(F)                       \
    F(g_date_time_to_unix)                 \
    F(g_free)                              \
    F(g_mime_content_type_get_parameter)   \
    F(g_mime_content_type_is_type)         \
    F(g_mime_data_wrapper_write_to_stream) \
    F(g_mime_init)                         \
    F(g_mime_message_get_date)             \
    F(g_mime_message_get_from)             \
    F(g_mime_message_get_message_id)       \
    F(g_mime_message_get_mime_part)        \
    F(g_mime_message_get_subject)          \
    F(g_mime_multipart_get_count)          \
    F(g_mime_multipart_get_part)           \
    F(g_mime_multipart_get_type)           \
    F(g_mime_object_get_content_type)      \
    F(g_mime_object_get_header)            \
    F(g_mime_parser_construct_message)     \
    F(g_mime_parser_new_with_stream)       \
    F(g_mime_part_get_content)             \
    F(g_mime_part_get_content_encoding)    \
    F(g_mime_part_is_attachment)           \
    F(g_mime_stream_mem_get_byte_array)    \
    F(g_mime_stream_mem_new)               \
    F(g_mime_stream_mem_new_with_buffer)   \
    F(g_mime_text_part_get_text)           \
    F(g_mime_text_part_get_type)           \
    F(g_object_unref)                      \
    F(g_type_check_instance_is_a)          \
    F(internet_address_get_name)           \
    F(internet_address_list_get_address)   \
    F(internet_address_list_length)        \
    F(internet_address_mailbox_get_addr)   \
    F(internet_address_mailbox_get_type)

struct Mime {
    pthread_mutex_t lock;
    bool loaded;
    struct {
        FUNCTIONS(LIBRARY_POINTER)
    } lib;
};

Mime *mime_new(Arena *arena) {
    Mime *mime = arena_new(arena, Mime);
    pthread_mutex_init(&mime->lock, NULL);
    return mime;
}

static void load(Mime *mime) {
    static const char *const NAMES[] = {FUNCTIONS(LIBRARY_NAME) NULL};
    pthread_mutex_lock(&mime->lock);
    if (!mime->loaded) {
        library_load(LIBRARY_FILE, NAMES, &mime->lib);
        mime->lib.g_mime_init();
        mime->loaded = true;
    }
    pthread_mutex_unlock(&mime->lock);
}

// What GObject's macros ask.
static bool is(const Mime *mime, const void *object, GType type) {
    GTypeInstance *instance;
    memcpy(&instance, &object, sizeof instance); // it takes no const, and writes nothing
    return mime->lib.g_type_check_instance_is_a(instance, type);
}

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
static Str part_bytes(const Mime *mime, Arena *arena, GMimePart *part) {
    GMimeContentEncoding encoding = mime->lib.g_mime_part_get_content_encoding(part);
    bool encoded = encoding == GMIME_CONTENT_ENCODING_BASE64 ||
                   encoding == GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE ||
                   encoding == GMIME_CONTENT_ENCODING_UUENCODE;
    GMimeDataWrapper *content = mime->lib.g_mime_part_get_content(part);
    if (encoded) {
        GMimeContentType *type =
            mime->lib.g_mime_object_get_content_type((GMimeObject *)part);
        load_encoding(mime->lib.g_mime_content_type_get_parameter(type, "charset"));
        char *text = mime->lib.g_mime_text_part_get_text((GMimeTextPart *)part);
        Str kept = keep(arena, text);
        mime->lib.g_free(text);
        return kept;
    }
    GMimeStream *stream = mime->lib.g_mime_stream_mem_new();
    if (content) mime->lib.g_mime_data_wrapper_write_to_stream(content, stream);
    GByteArray *bytes =
        mime->lib.g_mime_stream_mem_get_byte_array((GMimeStreamMem *)stream);
    size_t repaired = 0;
    Str whole = {(const char *)bytes->data, bytes->len};
    Str kept = str_copy(arena, utf8_repair(arena, whole, &repaired));
    mime->lib.g_object_unref(stream);
    return kept;
}

static Str part_text(const Mime *mime, Arena *arena, GMimeObject *part) {
    if (!is(mime, part, mime->lib.g_mime_text_part_get_type()) ||
        mime->lib.g_mime_part_is_attachment((GMimePart *)part))
        return (Str){0};
    Str text = part_bytes(mime, arena, (GMimePart *)part);
    GMimeContentType *type = mime->lib.g_mime_object_get_content_type(part);
    return mime->lib.g_mime_content_type_is_type(type, "text", "html")
               ? markup_text(arena, text)
               : str_trim(text);
}

static Str object_text(const Mime *mime, Arena *arena, GMimeObject *object);

// Of several ways to say the same, the plain one, else the last that is text.
static Str alternative_text(const Mime *mime, Arena *arena, GMimeMultipart *parts) {
    Str best = {0};
    for (int i = 0; i < mime->lib.g_mime_multipart_get_count(parts); i++) {
        GMimeObject *part = mime->lib.g_mime_multipart_get_part(parts, i);
        Str text = object_text(mime, arena, part);
        if (text.len) best = text;
        GMimeContentType *type = mime->lib.g_mime_object_get_content_type(part);
        bool plain = mime->lib.g_mime_content_type_is_type(type, "text", "plain");
        if (text.len && plain) return text;
    }
    return best;
}

// A mail within the mail was written to others, and is not said again.
static Str object_text(const Mime *mime, Arena *arena, GMimeObject *object) {
    if (!is(mime, object, mime->lib.g_mime_multipart_get_type()))
        return part_text(mime, arena, object);
    GMimeMultipart *parts = (GMimeMultipart *)object;
    GMimeContentType *type = mime->lib.g_mime_object_get_content_type(object);
    if (mime->lib.g_mime_content_type_is_type(type, "multipart", "alternative"))
        return alternative_text(mime, arena, parts);
    Buf text = {.arena = arena};
    for (int i = 0; i < mime->lib.g_mime_multipart_get_count(parts); i++) {
        Str part =
            object_text(mime, arena, mime->lib.g_mime_multipart_get_part(parts, i));
        if (text.len && part.len) buf_byte(&text, '\n');
        buf_put(&text, part);
    }
    return buf_str(&text);
}

// ---- Headers

static Str header(const Mime *mime, Arena *arena, GMimeMessage *message,
                  const char *name) {
    return keep(arena, mime->lib.g_mime_object_get_header((GMimeObject *)message, name));
}

static void read_author(const Mime *mime, Arena *arena, GMimeMessage *message,
                        Mail *mail) {
    InternetAddressList *from = mime->lib.g_mime_message_get_from(message);
    if (!from || mime->lib.internet_address_list_length(from) < 1) return;
    InternetAddress *first = mime->lib.internet_address_list_get_address(from, 0);
    mail->name = keep(arena, mime->lib.internet_address_get_name(first));
    if (is(mime, first, mime->lib.internet_address_mailbox_get_type()))
        mail->address = keep(arena, mime->lib.internet_address_mailbox_get_addr(
                                        (InternetAddressMailbox *)first));
}

static void read_message(const Mime *mime, Arena *arena, GMimeMessage *message,
                         Mail *mail) {
    mail->id = keep(arena, mime->lib.g_mime_message_get_message_id(message));
    mail->references = header(mime, arena, message, "References");
    if (!mail->references.len)
        mail->references = header(mime, arena, message, "In-Reply-To");
    mail->subject = keep(arena, mime->lib.g_mime_message_get_subject(message));
    GDateTime *date = mime->lib.g_mime_message_get_date(message);
    mail->sent_ms = date ? mime->lib.g_date_time_to_unix(date) * 1000 : NO_TIME;
    Str automatic = header(mime, arena, message, "Auto-Submitted");
    mail->automatic = automatic.len && !str_eq_fold(automatic, STR("no"));
    read_author(mime, arena, message, mail);
    GMimeObject *body = mime->lib.g_mime_message_get_mime_part(message);
    if (body) mail->text = object_text(mime, arena, body);
}

bool mime_read(Mime *mime, Arena *arena, Str bytes, Mail *mail) {
    *mail = (Mail){.sent_ms = NO_TIME};
    load(mime);
    load_encodings(arena, bytes);
    GMimeStream *stream =
        mime->lib.g_mime_stream_mem_new_with_buffer(bytes.ptr, bytes.len);
    GMimeParser *parser = mime->lib.g_mime_parser_new_with_stream(stream);
    GMimeMessage *message = mime->lib.g_mime_parser_construct_message(parser, NULL);
    if (message) {
        read_message(mime, arena, message, mail);
        mime->lib.g_object_unref(message);
    }
    mime->lib.g_object_unref(parser);
    mime->lib.g_object_unref(stream);
    return message != NULL;
}
