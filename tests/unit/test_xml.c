// XML as events: the same for whatever parts its bytes come in.
#include "input/xml.h"

#include "make_stream.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void start(void *context, Str name, XmlAttributes attributes) {
    Str value = xml_attribute(attributes, "a");
    buf_format(context, "<%.*s:%.*s>", STR_ARG(name), STR_ARG(value));
}
static void end(void *context, Str name) {
    buf_format(context, "</%.*s>", STR_ARG(name));
}
static void text(void *context, Str text) { buf_put(context, text); }

static const XmlHandler HANDLER = {start, end, text, NULL};

static void expect(const char *xml, size_t part, const char *events,
                   const char *problem) {
    Arena arena = {0};
    Buf out = {.arena = &arena};
    Str said;
    Stream *stream = parts_stream(&arena, str_from(xml), part);
    assert_int_equal(xml_read(&arena, stream, &HANDLER, &out, &said), !*problem);
    assert_string_equal(str_z(&arena, said), problem);
    assert_string_equal(str_z(&arena, buf_str(&out)), events);
    arena_free(&arena);
}

static void events_do_not_depend_on_parts(void **state) {
    (void)state;
    for (size_t part = 1; part < 40; part++)
        expect("<x:a b='1' a='2'>\u00e9 &amp; &#101;<b/></x:a>", part,
               "<a:2>\u00e9 & e<b:></b></a>", "");
}

static void mistakes_have_a_place(void **state) {
    (void)state;
    expect("<a>\n<b></a>", 100, "<a:>\n<b:>", "bad XML at 2:6: mismatched tag");
    expect("", 100, "", "bad XML at 1:1: no element found");
    expect("<a>", 100, "<a:>", "bad XML at 1:4: no element found");
}

static void a_document_type_is_refused(void **state) {
    (void)state;
    expect("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", 100, "",
           "bad XML at 1:13: a document type");
}

static void a_layer_gives_what_the_handler_puts(void **state) {
    (void)state;
    Arena arena = {0};
    Buf out = {.arena = &arena};
    Stream *part = parts_stream(&arena, STR("<a>one<b>two</b></a>"), 3);
    Stream *below = parts_stream(&arena, STR("left alone"), 3);
    Stream *layer = xml_layer(&arena, below, part, &HANDLER, &out, &out);
    assert_string_equal(str_z(&arena, stream_all(&arena, layer)),
                        "<a:>one<b:>two</b></a>");
    assert_int_equal(below->bytes, 0);
    stream_close(layer, NULL);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(events_do_not_depend_on_parts),
        cmocka_unit_test(mistakes_have_a_place),
        cmocka_unit_test(a_document_type_is_refused),
        cmocka_unit_test(a_layer_gives_what_the_handler_puts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
