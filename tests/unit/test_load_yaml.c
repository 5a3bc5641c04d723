// YAML as a tree: places, carets inside scalars, and bad text that only ever complains.
#include "base/embedded.h"
#include "base/file.h"
#include "load/node_image.h"
#include "load/yaml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

typedef struct {
    Arena arena;
    Diags diags;
    Node root;
    bool whole;
} Parsed;

static Parsed parse(const char *text) {
    Parsed parsed = {0};
    Arena *arena = &parsed.arena;
    parsed.diags.arena = arena;
    SourceFile *source =
        source_file_new(arena, STR("t.yaml"), str_copy(arena, str_from(text)));
    parsed.whole = yaml_parse(arena, source, &parsed.root, &parsed.diags);
    parsed.diags.arena = NULL; // the arena moves with the struct
    return parsed;
}

static void assert_text(Str got, const char *expected) {
    assert_int_equal(got.len, strlen(expected));
    if (got.len) assert_memory_equal(got.ptr, expected, got.len);
}

static void assert_place(Place place, uint32_t line, uint32_t col, uint32_t width) {
    assert_int_equal(place.line, line);
    assert_int_equal(place.col, col);
    assert_int_equal(place.width, width);
}

static void test_values_and_keys_have_places(void **state) {
    (void)state;
    Parsed in = parse("title: Größe\nlist:\n  - 'a b'\n  - {x: 1, y: 22}\n");
    assert_true(in.whole);
    assert_int_equal(in.root.count, 2);
    assert_place(in.root.keys[1].place, 2, 1, 4);
    assert_place(node_get(&in.root, "title")->place, 1, 8, 5);
    const Node *list = node_get(&in.root, "list");
    assert_int_equal(list->type, NODE_LIST);
    assert_place(list->items[0].place, 3, 5, 5);
    assert_text(list->items[0].text, "a b");
    assert_place(list->items[1].keys[1].place, 4, 12, 1);
    assert_place(list->items[1].items[1].place, 4, 15, 2);
    assert_null(node_get(&in.root, "nothing"));
    arena_free(&in.arena);
}

static void test_byte_order_mark_takes_no_column(void **state) {
    (void)state;
    Parsed in = parse("\xEF\xBB\xBF"
                      "a: b\r\nc: d\r\n");
    assert_true(in.whole);
    assert_place(in.root.keys[0].place, 1, 1, 1);
    assert_place(in.root.items[1].place, 2, 4, 1);
    arena_free(&in.arena);
}

static void test_offsets_in_scalars(void **state) {
    (void)state;
    static const struct {
        const char *text;   // of the one key `a`
        const char *before; // what of the value stands before the offset
        uint32_t line, col;
    } CASES[] = {
        {"a: hello (world", "hello (", 1, 11},
        {"a: größer (x", "größer ", 1, 11},
        {"a: 'don''t (x'", "don't ", 1, 12},
        {"a: 'one\n  two (x'", "one two ", 2, 7},
        {"a: one\n\n  two (x", "one\ntwo ", 3, 7},
        {"a: \"x\\\\d (y\"", "x\\d ", 1, 10},
        {"a: \"\\u00e9 (y\"", "\xC3\xA9 ", 1, 12},
        {"a: \"one|\\\n   two (x\"", "one|two ", 2, 8},
        {"a: |\n  first\n  sec (ond\n", "first\nsec ", 3, 7},
        {"a: |\n  first\n\n    x (\n", "first\n\n  x ", 4, 7},
        {"a: >\n  folded (x\n", "folded ", 1, 4},
        {"a: &b x (y", "x ", 1, 4},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Parsed in = parse(CASES[i].text);
        assert_true(in.whole);
        const Node *node = node_get(&in.root, "a");
        assert_true(str_starts(node->text, str_from(CASES[i].before)));
        Place place = node_place(node, strlen(CASES[i].before), 1);
        assert_int_equal(place.line, CASES[i].line);
        assert_int_equal(place.col, CASES[i].col);
        arena_free(&in.arena);
    }
}

static void test_offset_at_the_end(void **state) {
    (void)state;
    Parsed in = parse("a: 'hello (world'");
    assert_place(node_place(node_get(&in.root, "a"), 12, 1), 1, 17, 1);
    arena_free(&in.arena);
}

static void test_aliases_repeat_what_they_name(void **state) {
    (void)state;
    Parsed in = parse("a: &x [1, 2]\nb: *x\nc: &x 3\nd: *x\n");
    assert_true(in.whole);
    assert_int_equal(node_get(&in.root, "b")->count, 2);
    assert_text(node_get(&in.root, "d")->text, "3");
    arena_free(&in.arena);
}

static void test_duplicate_key_is_left_out(void **state) {
    (void)state;
    Parsed in = parse("a: 1\nb: 2\na: 3\nc: 4\n");
    assert_true(in.whole);
    assert_int_equal(in.root.count, 3);
    assert_text(node_get(&in.root, "a")->text, "1");
    assert_int_equal(in.diags.errors, 1);
    assert_text(in.diags.items.items[0].text, "duplicate key 'a'");
    assert_text(in.diags.items.items[0].hint, "first on line 1");
    assert_place(in.diags.items.items[0].place, 3, 1, 1);
    arena_free(&in.arena);
}

static void test_slips_are_named(void **state) {
    (void)state;
    static const struct {
        const char *text, *hint;
    } CASES[] = {
        {"a:\n\tb: c", "indent with spaces, not with tabs"},
        {"a:\n  b: c\n \td: e", "indent with spaces, not with tabs"},
        {"a: ['I'm b']", "inside '...' an apostrophe is written ''"},
        {"a: \"b \"c\" d\"", "inside \"...\" a quote is written \\\""},
        {"a: \"\\d\"", "inside \"...\" a backslash is written \\\\, inside '...' \\"},
        {"a: @b", "a text that begins with @ needs quotes"},
        {"a: [*]", "a text that begins with * needs quotes"},
        {"a: b: c", "a text that holds ': ' needs quotes"},
        {"a: 'b", "the quote is never closed"},
        {"a: [b\nc: d",
         "the list or map that begins on line 1 is not closed, or a text in "
         "it needs quotes"},
        {"a:\n   b: c\n  d: e", "the line is not indented like those it belongs to"},
        {"a:\n  - [b]c",
         "a text that begins with [ { or a quote ends with it, unless all "
         "of it stands in quotes"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Parsed in = parse(CASES[i].text);
        assert_int_equal(in.diags.errors, 1);
        assert_text(in.diags.items.items[0].hint, CASES[i].hint);
        arena_free(&in.arena);
    }
}

static void test_bad_text_is_a_complaint(void **state) {
    (void)state;
    static const struct {
        const char *text, *complaint;
        uint32_t line, col;
    } CASES[] = {
        {"a: [b", "bad YAML: did not find expected ',' or ']'", 1, 4},
        {"a: 'x'y", "bad YAML: did not find expected key", 1, 7},
        {"a: *x", "unknown anchor 'x'", 1, 4},
        {"a: &x [*x]", "unknown anchor 'x'", 1, 8},
        {"a: !t b", "unexpected tag '!t'", 1, 4},
        {"{[a]: b}", "a key that is not a text", 1, 2},
        {"a: b\n---\nc: d", "bad YAML: a second document", 2, 1},
        {"a: \x01", "bad YAML: control characters are not allowed", 1, 4},
        {"a: \xff", "bad YAML: invalid leading UTF-8 octet", 1, 4},
        {"a: b: c", "bad YAML: mapping values are not allowed in this context", 1, 5},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Parsed in = parse(CASES[i].text);
        assert_int_equal(in.diags.errors, 1);
        const Diag *diag = &in.diags.items.items[0];
        assert_text(diag->text, CASES[i].complaint);
        assert_int_equal(diag->place.line, CASES[i].line);
        assert_int_equal(diag->place.col, CASES[i].col);
        arena_free(&in.arena);
    }
}

static void test_depth_and_size_are_bounded(void **state) {
    (void)state;
    char deep[300] = {0};
    memset(deep, '[', 65);
    memset(deep + 65, ']', 65);
    Parsed in = parse(deep);
    assert_false(in.whole);
    assert_text(in.diags.items.items[0].text, "bad YAML: nested more than 64 deep");
    arena_free(&in.arena);

    in = parse(
        "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
        "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
        "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\n"
        "f: [*e,*e]\n");
    assert_false(in.whole);
    assert_text(in.diags.items.items[0].text, "bad YAML: more than 200000 values");
    arena_free(&in.arena);
}

static void test_empty_document(void **state) {
    (void)state;
    Parsed in = parse("# nothing but a remark\n");
    assert_true(in.whole);
    assert_int_equal(in.root.type, NODE_SCALAR);
    assert_int_equal(in.root.text.len, 0);
    arena_free(&in.arena);
}

// ---- The image of the built-in files (node_image.h)

static void assert_same_node(const Node *one, const Node *other) {
    assert_int_equal(one->type, other->type);
    assert_int_equal(one->style, other->style);
    assert_true(str_eq(one->text, other->text));
    assert_place(one->place, other->place.line, other->place.col, other->place.width);
    assert_true(str_eq(one->place.path, other->place.path));
    assert_int_equal(one->count, other->count);
    for (size_t i = 0; i < one->count; i++) {
        if (one->type == NODE_MAP) assert_same_node(&one->keys[i], &other->keys[i]);
        assert_same_node(&one->items[i], &other->items[i]);
    }
}

static void test_image_of_built_in_files_is_what_their_yaml_says(void **state) {
    (void)state;
    Arena arena = {0};
    Diags diags = {.arena = &arena};
    Str rest = {0};
    EmbeddedFile file;
    while (embedded_next(&rest, &file)) {
        Str path = path_join(&arena, EMBEDDED_FOLDER, file.name);
        const SourceFile *source = source_file_read(&arena, path);
        const SourceFile *copy =
            source_file_new(&arena, path, str_copy(&arena, file.bytes));
        const SourceFile *other = source_file_new(
            &arena, path, str_format(&arena, "%.*s\n", STR_ARG(file.bytes)));
        Node image, copied, none, read;
        assert_true(node_image_read(&arena, source, &image));
        assert_true(node_image_read(&arena, copy, &copied));
        assert_false(node_image_read(&arena, other, &none));
        assert_true(yaml_parse(&arena, other, &read, &diags));
        assert_ptr_equal(image.source, source);
        assert_int_equal(source->lines.len + 1, other->lines.len);
        assert_memory_equal(source->lines.items, other->lines.items,
                            source->lines.len * sizeof *source->lines.items);
        assert_ptr_equal(copied.source, copy);
        assert_same_node(&image, &read);
        assert_same_node(&copied, &read);
    }
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values_and_keys_have_places),
        cmocka_unit_test(test_byte_order_mark_takes_no_column),
        cmocka_unit_test(test_offsets_in_scalars),
        cmocka_unit_test(test_offset_at_the_end),
        cmocka_unit_test(test_aliases_repeat_what_they_name),
        cmocka_unit_test(test_duplicate_key_is_left_out),
        cmocka_unit_test(test_slips_are_named),
        cmocka_unit_test(test_bad_text_is_a_complaint),
        cmocka_unit_test(test_depth_and_size_are_bounded),
        cmocka_unit_test(test_empty_document),
        cmocka_unit_test(test_image_of_built_in_files_is_what_their_yaml_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
