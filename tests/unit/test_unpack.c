#include "input/unpack.h"

#include "make_stream.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <archive.h>
#include <archive_entry.h>
#include <cmocka.h>
#include <locale.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const size_t PARTS[] = {1, 7, 1000, 1 << 20};

typedef struct {
    const char *name;
    Str text;
    mode_t type; // 0: a file
} Member;

typedef int Choice(struct archive *handle);

// What the library makes of the members.
static Str pack(Arena *arena, Choice *format, Choice *filter, const Member *members,
                size_t count) {
    enum { MOST = 4 << 20 };
    char *out = arena_raw(arena, MOST);
    size_t used = 0;
    struct archive *handle = archive_write_new();
    locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", NULL);
    locale_t before = uselocale(utf8); // of the names
    assert_int_equal(format(handle), ARCHIVE_OK);
    assert_int_equal(filter(handle), ARCHIVE_OK);
    archive_write_set_bytes_in_last_block(handle, 1);
    assert_int_equal(archive_write_open_memory(handle, out, MOST, &used), ARCHIVE_OK);
    for (size_t i = 0; i < count; i++) {
        struct archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, members[i].name);
        archive_entry_set_filetype(entry, members[i].type ? members[i].type : AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, (la_int64_t)members[i].text.len);
        assert_int_equal(archive_write_header(handle, entry), ARCHIVE_OK);
        if (members[i].text.len)
            archive_write_data(handle, members[i].text.ptr, members[i].text.len);
        archive_entry_free(entry);
    }
    assert_int_equal(archive_write_close(handle), ARCHIVE_OK);
    archive_write_free(handle);
    uselocale(before);
    freelocale(utf8);
    return (Str){out, used};
}

static Str compress(Arena *arena, Choice *filter, Str text) {
    const Member file = {.name = "data", .text = text};
    return pack(arena, archive_write_set_format_raw, filter, &file, 1);
}

static Str concat(Arena *arena, Str a, Str b) {
    Buf out = {.arena = arena};
    buf_put(&out, a);
    buf_put(&out, b);
    return buf_str(&out);
}

// Text that does not repeat itself, more than the layers' blocks.
static Str long_text(Arena *arena) {
    Buf out = {.arena = arena};
    uint32_t x = 1;
    for (int i = 0; i < 60000; i++) {
        x = x * 1664525 + 1013904223; // Numerical Recipes, 7.1
        buf_format(&out, "%u\n", x >> 12);
    }
    return buf_str(&out);
}

// ---- Compressed files

static void assert_unpacked(Str packed, size_t part, Str text, const char *problem) {
    Arena arena = {0};
    Stream *stream = unpack_stream(&arena, parts_stream(&arena, packed, part));
    Str got = stream_all(&arena, stream);
    assert_string_equal(stream->problem, problem);
    assert_true(str_eq(got, text));
    stream_close(stream, NULL);
    arena_free(&arena);
}

static Choice *const FILTERS[] = {archive_write_add_filter_gzip,
                                  archive_write_add_filter_zstd};

static void what_was_packed_comes_out(void **state) {
    (void)state;
    Arena arena = {0};
    const Str texts[] = {STR("Agent: hi\n"), long_text(&arena)};
    for (size_t i = 0; i < COUNT(texts); i++)
        for (size_t f = 0; f < COUNT(FILTERS); f++)
            for (size_t k = 0; k < COUNT(PARTS); k++)
                assert_unpacked(compress(&arena, FILTERS[f], texts[i]), PARTS[k],
                                texts[i], "");
    arena_free(&arena);
}

static void what_was_not_packed_is_as_it_is(void **state) {
    (void)state;
    assert_unpacked(STR(""), 1, STR(""), "");
    assert_unpacked(STR("\x1F"), 1, STR("\x1F"), "");
    assert_unpacked(STR("Agent: hi\n"), 3, STR("Agent: hi\n"), "");
}

static void several_gzip_files_are_one(void **state) {
    (void)state;
    Arena arena = {0};
    Str one = compress(&arena, archive_write_add_filter_gzip, STR("one\n"));
    Str two = compress(&arena, archive_write_add_filter_gzip, STR("two\n"));
    Str both = concat(&arena, one, two);
    for (size_t k = 0; k < COUNT(PARTS); k++) {
        assert_unpacked(both, PARTS[k], STR("one\ntwo\n"), "");
        assert_unpacked(concat(&arena, both, STR("\0\0\0")), PARTS[k], STR("one\ntwo\n"),
                        "");
        assert_unpacked(concat(&arena, one, STR("two\n")), PARTS[k], STR("one\n"),
                        "cannot unpack: other bytes behind what gzip packed");
    }
    arena_free(&arena);
}

// The beginning of `packed` that is given out, and why no more is.
static const char *problem_of(Arena *arena, Str packed, Str text) {
    Stream *stream = unpack_stream(arena, parts_stream(arena, packed, 1000));
    Str got = stream_all(arena, stream);
    assert_true(got.len <= text.len);
    const char *problem = str_z(arena, str_from(stream->problem));
    stream_close(stream, NULL);
    return problem;
}

static void a_file_that_is_cut_is_noticed(void **state) {
    (void)state;
    Arena arena = {0};
    Str text = long_text(&arena);
    for (size_t f = 0; f < COUNT(FILTERS); f++) {
        Str packed = compress(&arena, FILTERS[f], text);
        for (size_t len = 4; len < packed.len; len += 1 + len / 3)
            assert_string_not_equal(problem_of(&arena, str_slice(packed, 0, len), text),
                                    "");
        for (size_t less = 1; less <= 8; less++)
            assert_string_not_equal(
                problem_of(&arena, str_slice(packed, 0, packed.len - less), text), "");
    }
    Str packed = compress(&arena, archive_write_add_filter_gzip, text);
    assert_string_equal(problem_of(&arena, str_slice(packed, 0, 5000), text),
                        "cannot unpack: it ends too early (gzip)");
    arena_free(&arena);
}

// Most wrong bits unpack to something all the same: the checksum tells.
static void a_wrong_bit_is_noticed(void **state) {
    (void)state;
    Arena arena = {0};
    Str text = long_text(&arena);
    Str packed = compress(&arena, archive_write_add_filter_gzip, text);
    for (size_t at = 10; at < packed.len; at += 997) {
        char *damaged = str_z(&arena, packed);
        damaged[at] ^= 4;
        Stream *stream =
            unpack_stream(&arena, parts_stream(&arena, (Str){damaged, packed.len}, 5000));
        stream_drain(stream);
        assert_string_not_equal(stream->problem, "");
        stream_close(stream, NULL);
    }
    arena_free(&arena);
}

static void twice_is_too_often(void **state) {
    (void)state;
    Arena arena = {0};
    for (size_t f = 0; f < COUNT(FILTERS); f++)
        for (size_t g = 0; g < COUNT(FILTERS); g++) {
            Str once = compress(&arena, FILTERS[f], STR("Agent: hi\n"));
            assert_unpacked(compress(&arena, FILTERS[g], once), 100, STR(""),
                            "cannot unpack: compressed twice");
        }
    arena_free(&arena);
}

// ---- Archives

static const Member MEMBERS[] = {
    {"./b.csv", {"call_id\n", 8}, 0},
    {"day1", {0}, AE_IFDIR},
    {"day1/caf\u00E9.txt", {"Agent: hi\n", 10}, 0},
    {"day1/.hidden", {"x", 1}, 0},
    {".git/x.csv", {"x", 1}, 0},
    {"__MACOSX/b.csv", {"x", 1}, 0},
    {"day1/empty", {0}, 0},
    {"../up.txt", {"up", 2}, 0},
};

// "NAME[text] NAME[text] problem".
static const char *list(Arena *arena, Str packed, size_t part) {
    Buf out = {.arena = arena};
    Stream *stream = unpack_stream(arena, parts_stream(arena, packed, part));
    assert_true(archive_sniff(stream));
    Archive *archive = archive_open(stream);
    for (Str name; archive_next(archive, arena, &name);) {
        Stream *member = archive_member(archive, arena);
        Str text = stream_all(arena, member);
        if (text.len > 20) text = str_format(arena, "%zu bytes", text.len);
        buf_format(&out, "%.*s[%.*s%s%s] ", STR_ARG(name), STR_ARG(text),
                   member->problem[0] ? ", " : "", member->problem);
        stream_close(member, NULL);
    }
    buf_put(&out, archive_problem(archive));
    archive_close(archive);
    stream_close(stream, NULL);
    return str_z(arena, buf_str(&out));
}

static int plain(struct archive *handle) { return archive_write_add_filter_none(handle); }

static const struct {
    Choice *format, *filter;
} KINDS[] = {{archive_write_set_format_zip, plain},
             {archive_write_set_format_ustar, plain},
             {archive_write_set_format_pax, archive_write_add_filter_gzip},
             {archive_write_set_format_gnutar, archive_write_add_filter_zstd}};

static void members_come_in_order_without_the_hidden(void **state) {
    (void)state;
    Arena arena = {0};
    for (size_t i = 0; i < COUNT(KINDS); i++)
        for (size_t k = 0; k < COUNT(PARTS); k++)
            assert_string_equal(
                list(&arena,
                     pack(&arena, KINDS[i].format, KINDS[i].filter, MEMBERS,
                          COUNT(MEMBERS)),
                     PARTS[k]),
                "b.csv[call_id\n] day1/caf\u00E9.txt[Agent: hi\n] day1/empty[] "
                "../up.txt[up] ");
    arena_free(&arena);
}

static void a_member_need_not_be_read(void **state) {
    (void)state;
    Arena arena = {0};
    Str packed = pack(&arena, archive_write_set_format_zip, plain, MEMBERS, 3);
    Archive *archive = archive_open(parts_stream(&arena, packed, 10));
    Str name;
    assert_true(archive_next(archive, &arena, &name));
    assert_true(archive_next(archive, &arena, &name));
    assert_true(str_eq(name, STR("day1/caf\u00E9.txt")));
    assert_false(archive_next(archive, &arena, &name));
    archive_close(archive);
    arena_free(&arena);
}

static void members_before_the_damage_are_kept(void **state) {
    (void)state;
    Arena arena = {0};
    const Member members[] = {
        {"a", STR("first"), 0}, {"b", long_text(&arena), 0}, {"c", STR("third"), 0}};
    Str tar = pack(&arena, archive_write_set_format_ustar, plain, members, 3);
    assert_string_equal(list(&arena, str_slice(tar, 0, 100000), 5000),
                        "a[first] b[98464 bytes, cannot unpack: truncated tar archive] "
                        "cannot unpack the rest, after 'b'");
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_packed_comes_out),
        cmocka_unit_test(what_was_not_packed_is_as_it_is),
        cmocka_unit_test(several_gzip_files_are_one),
        cmocka_unit_test(a_file_that_is_cut_is_noticed),
        cmocka_unit_test(a_wrong_bit_is_noticed),
        cmocka_unit_test(twice_is_too_often),
        cmocka_unit_test(members_come_in_order_without_the_hidden),
        cmocka_unit_test(a_member_need_not_be_read),
        cmocka_unit_test(members_before_the_damage_are_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
