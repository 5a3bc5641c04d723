#include "input/encoding.h"

#include "base/library.h"
#include "base/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <sys/mman.h>
#include <uchardet/uchardet.h>
#include <unistd.h>

enum {
    HEAD = 1024,           // where NULs tell UTF-16
    LONGEST = STREAM_ROOM, // no character takes more, in any encoding
    RARE = 16              // letters that are not ASCII, in one word of so many
};

#define REPLACEMENT STR("\xEF\xBF\xBD") // U+FFFD

struct Decoder {
    size_t (*step)(Stream *stream, char *into, size_t room); // what pull does now
    iconv_t converter;
    bool converts;
    Str encoding;
    size_t unit; // bytes to pass over where nothing can be converted
    size_t replaced;
};

// ---- Text as it is

static size_t give_on(Stream *stream, char *into, size_t room) {
    return stream_read(stream->below, into, room);
}

// ---- Text to be converted

static size_t put_replacement(Decoder *decoder, char **out, size_t *room) {
    memcpy(*out, REPLACEMENT.ptr, REPLACEMENT.len);
    *out += REPLACEMENT.len;
    *room -= REPLACEMENT.len;
    decoder->replaced++;
    return decoder->unit;
}

// Converts some of what is there; gives how much of it, 0 when there is no room for more.
static size_t convert_some(Decoder *decoder, Str raw, bool last, char **out,
                           size_t *room) {
    char *in;
    memcpy(&in, &raw.ptr, sizeof in); // iconv(3) takes no const, and does not write there
    size_t left = raw.len;
    if (*room < LONGEST) return 0;
    bool whole = iconv(decoder->converter, &in, &left, out, room) != (size_t)-1;
    size_t used = raw.len - left;
    if (whole || used || errno == E2BIG) return used;
    if (errno == EINVAL && last) return put_replacement(decoder, out, room), left;
    size_t bad = put_replacement(decoder, out, room);
    return bad < left ? bad : left;
}

static size_t convert(Stream *stream, char *into, size_t room) {
    Decoder *decoder = stream->state;
    char *out = into;
    for (size_t used = 1; used;) {
        Str raw = stream_peek(stream->below, LONGEST);
        used = convert_some(decoder, raw, raw.len < LONGEST, &out, &room);
        stream_skip(stream->below, used);
        if (out > into) break;
    }
    return (size_t)(out - into);
}

// A converter is a module that is loaded when it is first asked for.
static bool can_load(void) {
    enum { MODULE = 1 << 20 };
    int fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
    void *room = mmap(NULL, MODULE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    bool has = fd >= 0 && room != MAP_FAILED;
    if (has && mprotect(room, MODULE, PROT_NONE) != 0) has = errno != ENOMEM;
    if (room != MAP_FAILED) munmap(room, MODULE);
    if (fd >= 0) close(fd);
    return has;
}

// A converter that could not be loaded is told as one that there is none of, so it is
// asked for again.
static iconv_t ask_twice(const char *encoding) {
    iconv_t converter = iconv_open("UTF-8", encoding);
    bool failed = (intptr_t)converter == -1; // iconv_open(3)
    return failed ? iconv_open("UTF-8", encoding) : converter;
}

// (iconv_t)-1 when the system does not know it. One that has no windows-1252 either is
// not as it should be, and nothing that it says of encodings is to be believed.
static iconv_t open_converter(const char *encoding) {
    iconv_t converter = ask_twice(encoding);
    if ((intptr_t)converter != -1) return converter;
    if (!can_load()) out_of_memory();
    iconv_t usual = ask_twice("windows-1252");
    if ((intptr_t)usual == -1)
        end_for_now("callmark: error: cannot load converters of encodings (gconv)\n");
    iconv_close(usual);
    return converter;
}

bool encoding_known(const char *encoding) {
    iconv_t converter = open_converter(encoding);
    bool known = (intptr_t)converter != -1;
    if (known) iconv_close(converter);
    return known;
}

// False when the system does not know it.
static bool begin_converting(Stream *stream, Str encoding, size_t unit) {
    Decoder *decoder = stream->state;
    decoder->converter = open_converter(str_z(stream->arena, encoding));
    decoder->converts = (intptr_t)decoder->converter != -1;
    decoder->unit = unit;
    if (!decoder->converts) return false;
    decoder->encoding = str_lower(stream->arena, encoding);
    decoder->step = convert;
    return true;
}

// ---- Text that has been ASCII so far

// Bytes that are letters in the older code pages of most languages, Cyrillic ones
// included; where signs and quotation marks stand in theirs, others have no letters that
// a language can do without.
static bool is_letter(unsigned char c) {
    static const char STRAY[] = "\x8A\x8C\x8D\x8E\x8F\x9A\x9C\x9D\x9E\x9F";
    return c >= 0xC0 || (c >= 0x80 && memchr(STRAY, c, sizeof STRAY - 1));
}

static bool is_in_word(char c) { return byte_is_word(c) && !byte_is_digit(c); }

// Whether letters that are not ASCII are so rare that they are those of names and loan
// words. There, uchardet takes the pound sign for a Polish letter.
static bool is_mostly_ascii(Str text) {
    size_t words = 0, others = 0;
    for (size_t at = 0; at < text.len; at++) {
        bool other = false;
        size_t start = at;
        for (; at < text.len && is_in_word(text.ptr[at]); at++)
            other |= is_letter((unsigned char)text.ptr[at]);
        words += at > start;
        others += other;
    }
    return others * RARE < words;
}

// As the Encoding Standard reads labels (https://encoding.spec.whatwg.org/, 4.2): who
// says the first means the second, which has letters where the first has none.
static Str common_name(Str name) {
    static const char *const NAMES[][2] = {{"ISO-8859-1", "windows-1252"},
                                           {"ISO-8859-9", "windows-1254"},
                                           {"TIS-620", "windows-874"}};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (str_eq_fold(name, str_from(NAMES[i][0]))) return str_from(NAMES[i][1]);
    return name;
}

#define FUNCTIONS(F)        \
    F(uchardet_new)         \
    F(uchardet_handle_data) \
    F(uchardet_data_end)    \
    F(uchardet_get_charset) \
    F(uchardet_delete)

static Str encoding_guess(Arena *arena, Str text) {
    static const char *const NAMES[] = {FUNCTIONS(LIBRARY_NAME) NULL};
    struct {
        FUNCTIONS(LIBRARY_POINTER)
    } library;
    if (is_mostly_ascii(text)) return (Str){0};
    library_load(LIBRARY_FILE, NAMES, &library);
    uchardet_t detector = library.uchardet_new();
    if (!detector) out_of_memory();
    library.uchardet_handle_data(detector, text.ptr, text.len);
    library.uchardet_data_end(detector);
    Str name = str_copy(arena, str_from(library.uchardet_get_charset(detector)));
    library.uchardet_delete(detector);
    bool is_utf8 = str_eq_fold(name, STR("UTF-8"));
    return is_utf8 ? (Str){0} : common_name(name);
}

// Whether bytes that are not UTF-8 are more than characters that are. The last bytes of
// text that goes on may be half a character.
static bool is_code_page(Str text, bool goes_on) {
    size_t characters = 0, bad = 0, end = text.len;
    if (goes_on) end -= 3;
    for (size_t at = utf8_ascii(text); at < end;) {
        uint32_t code;
        size_t size = utf8_decode(text, at, &code);
        characters += size > 1;
        bad += !size;
        at += size ? size : 1;
    }
    return bad > characters;
}

static size_t pass_ascii(Stream *stream, char *into, size_t room) {
    Decoder *decoder = stream->state;
    Str text = {into, stream_read(stream->below, into,
                                  room < STREAM_BLOCK ? room : STREAM_BLOCK)};
    size_t ascii = utf8_ascii(text);
    if (ascii < text.len) stream_unread(stream->below, str_slice(text, ascii, text.len));
    if (ascii || !text.len) return ascii;
    text = stream_peek(stream->below, STREAM_BLOCK);
    decoder->step = give_on;
    bool is_text = str_index(text, 0, '\0') == text.len;
    if (is_text && is_code_page(text, !stream->below->ended)) {
        Str name = encoding_guess(stream->arena, text);
        if (!name.len || !begin_converting(stream, name, 1))
            begin_converting(stream, STR("windows-1252"), 1);
    }
    return decoder->step(stream, into, room);
}

// ---- The head

// Whether the bytes at `odd` of each two are NUL, nearly all, and none of the others.
static bool is_wide(Str head, size_t odd) {
    size_t pairs = head.len / 2, nuls = 0;
    if (str_index(head, 0, '\0') == head.len) return false;
    for (size_t i = 0; i < pairs; i++) {
        nuls += !head.ptr[2 * i + odd];
        if (!head.ptr[2 * i + 1 - odd]) return false;
    }
    return pairs && nuls * 4 >= pairs * 3;
}

static size_t begin(Stream *stream, char *into, size_t room) {
    static const struct {
        Str mark;
        Str encoding;
    } MARKS[] = {{{"\xEF\xBB\xBF", 3}, {0}},
                 {{"\xFF\xFE", 2}, {"UTF-16LE", 8}},
                 {{"\xFE\xFF", 2}, {"UTF-16BE", 8}}};
    Decoder *decoder = stream->state;
    Str head = stream_peek(stream->below, HEAD), wide = {0};
    decoder->step = pass_ascii;
    if (is_wide(head, 1)) wide = STR("UTF-16LE");
    if (is_wide(head, 0)) wide = STR("UTF-16BE");
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        if (!str_starts(head, MARKS[i].mark)) continue;
        stream_skip(stream->below, MARKS[i].mark.len);
        wide = MARKS[i].encoding;
        decoder->step = give_on;
    }
    if (wide.len) begin_converting(stream, wide, 2);
    return decoder->step(stream, into, room);
}

// ---- The layer

static size_t encoding_pull(Stream *stream, char *into, size_t room) {
    const Decoder *decoder = stream->state;
    return decoder->step(stream, into, room);
}

static void close_decoder(Stream *stream) {
    const Decoder *decoder = stream->state;
    if (decoder->converts) iconv_close(decoder->converter);
}

Stream *decoder_stream(Arena *arena, Stream *text) {
    Stream *stream = stream_new(arena, text);
    Decoder *decoder = arena_new(arena, Decoder);
    decoder->step = begin;
    stream->state = decoder;
    stream->pull = encoding_pull;
    stream->close = close_decoder;
    return stream;
}

Str decoder_encoding(const Stream *stream) {
    return ((const Decoder *)stream->state)->encoding;
}

size_t decoder_replaced(const Stream *stream) {
    return ((const Decoder *)stream->state)->replaced;
}
