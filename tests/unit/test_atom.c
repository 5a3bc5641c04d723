#include "match/branch.h"

#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

// "text" of each atom; with "<" and ">" for edges, "^" for the top, and the bytes before
// it as ":least-most" where there can be some ("..." = any number).
static void put_atom(Buf *out, const Atom *atom) {
    if (out->len) buf_byte(out, '|');
    if (atom->at_top) buf_byte(out, '^');
    if (atom->edge_before) buf_byte(out, '<');
    buf_put(out, atom->text);
    if (atom->edge_after) buf_byte(out, '>');
    if (!atom->most) return;
    if (atom->most == ATOM_FAR)
        buf_format(out, ":%u...", atom->least);
    else
        buf_format(out, ":%u-%u", atom->least, atom->most);
}

static Atoms atoms_in(Arena *arena, const char *regex, bool whole_words) {
    Regex parsed = regex_parse(arena, str_from(regex), false);
    return atoms_of(arena, &parsed, whole_words);
}

static void assert_atoms(const char *regex, bool whole_words, const char *expected) {
    Arena arena = {0};
    Buf joined = {.arena = &arena};
    Atoms atoms = atoms_in(&arena, regex, whole_words);
    vec_each(const Atom, atom, &atoms.list) put_atom(&joined, atom);
    buf_byte(&joined, '\0');
    if (strcmp(joined.ptr, expected) != 0) print_message("'%s'\n", regex);
    assert_string_equal(joined.ptr, expected);
    arena_free(&arena);
}

static void atoms_are_the_literals_no_match_can_lack(void **unused) {
    (void)unused;
    static const struct {
        const char *regex, *atoms;
    } CASES[] = {
        {"hold the line", "hold the line"},
        {"Thank(?:s| you)", "thanks|thank you"},
        {"colou?r", "colour|color"},
        {"gr[ae]y cat", "gray cat|grey cat"},
        {"sorry (?:about|for) \\w+", "sorry about |sorry for "},
        {"\\bbear with\\b", "<bear with>"},
        {"(?:\\w+ ){0,3}refund", "refund:0..."},
        {"\\w*refund", "refund:0..."},
        {"(?!not )frustrated", "frustrated"},
        {"(?:hotel|motel)+ \\w+", "hotel|motel"},
        {"hm+", "hm"},
        {"(?i:refund)", "refund"},
        {"(?-i:Refund)", "refund"},
        {"(a)\\1refund", "refund:1..."},
        {"(?<name>\\d+) euros", "<euros:2..."},
        {"\\d{4}-\\d\\d", "0000-00"},
        {"[0-9]x", "0x"},
        {"[$£€]\\d", "$0|£0|€0"},
        {"[^a]refund", "refund:1-4"},
        {"é refund", "<refund:2-5"},
        {"^hello", "^hello"},
        {"(?:^|so )hello", "hello|so hello"},
        {"(?|a|b)refund", "arefund|brefund"},
        {"\\x41refund", "refund:1-4"},
        {"re(?#a comment)fund", "refund"},
        {"(?:refund){2,}", "refundrefund"},
        {"x\\d?[.,]refund", "x0,refund|x0.refund|x,refund|x.refund"},
    };
    for (size_t i = 0; i < COUNT(CASES); i++)
        assert_atoms(CASES[i].regex, false, CASES[i].atoms);
}

static void whole_words_give_atoms_edges(void **unused) {
    (void)unused;
    assert_atoms("thanks|ta", true, "<thanks>|<ta>");
    assert_atoms("no\\. \\d+", true, "<no. 0");
    assert_atoms("\\w+ here", true, "<here>:2...");
    assert_atoms("'tis", true, "'tis>");
    assert_atoms("(?:so )?(?:\\w+ )*thanks \\w+", true, "<thanks :0...");
    assert_atoms("(?:^|(?<=[.!] ))(?:\\w+,? ){0,2}thanks \\w+", true, "<thanks :0...");
    assert_atoms("(?:\\w+_)?thanks \\w+", true, "thanks :0...");
}

static void atoms_are_none_where_none_is_sure(void **unused) {
    (void)unused;
    static const char *const REGEXES[] = {
        "\\w+",
        ".*",
        "(?:refund)?",
        "refund|\\w+",
        "\\Qrefund\\E",
        "[a-h]+",
        "refund{,1}",
        "refund{2",
        "(?x) re fund",
        "(*COMMIT)refund",
        "\\Grefund",
        "re\\Kfund",
        "(?(?=a)b|c)refund",
        "[[:alpha:]]refund",
        "refund(?R)?\\K",
        "\\crefund",
        "\\o{101}refund",
        "refund[\x81-\xff]", // no UTF-8
    };
    for (size_t i = 0; i < COUNT(REGEXES); i++) assert_atoms(REGEXES[i], false, "");
}

static void some_patterns_are_no_more_than_their_atoms(void **unused) {
    (void)unused;
    static const struct {
        const char *regex;
        bool whole;
    } CASES[] = {
        {"thanks", true},       {"thanks|(?:ta|cheers)", true},
        {"colou?r", true},      {"(thanks)", true},
        {"thanks(?= )", false}, {"(?<a>thanks)", false},
        {"colou??r", false},    {"(?>a|ab)c", false},
        {"\\bthanks", false},   {"(?-i:Thanks)", false},
        {"room 7", false},      {"thank.", false},
        {"^thanks", false},     {"thanks+", false},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        Arena arena = {0};
        Atoms atoms = atoms_in(&arena, CASES[i].regex, true);
        if (atoms.whole != CASES[i].whole) fail_msg("'%s'", CASES[i].regex);
        arena_free(&arena);
    }
}

static void partners_are_what_a_match_needs_besides(void **unused) {
    (void)unused;
    Arena arena = {0};
    Atoms atoms = atoms_in(&arena, "would you \\w+ (?:mind|object)", true);
    assert_int_equal(atoms.list.len, 1);
    const AtomList *partners = atoms.list.items[0].partners;
    assert_non_null(partners);
    Buf joined = {.arena = &arena};
    vec_each(const Atom, atom, partners) put_atom(&joined, atom);
    assert_string_equal(str_z(&arena, buf_str(&joined)), "<mind>:12...|<object>:12...");
    arena_free(&arena);
}

static void partners_stand_on_one_side(void **unused) {
    (void)unused;
    static const struct {
        const char *regex;
        bool behind;
    } CASES[] = {
        {"xylophones \\w+ would you", true},
        {"would you \\w+ xylophones", false},
        {"(?:motel|xylophones \\w+ would you)", true},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        Arena arena = {0};
        Atoms atoms = atoms_in(&arena, CASES[i].regex, true);
        const Atom *last = &atoms.list.items[atoms.list.len - 1];
        assert_non_null(last->partners);
        assert_int_equal(last->partners_behind, CASES[i].behind);
        arena_free(&arena);
    }
}

static void matches_begin_with_the_first_bytes(void **unused) {
    (void)unused;
    static const struct {
        const char *regex, *in, *out;
    } CASES[] = {
        {"a? ?b+ refund", "aAbB ", "crR"},
        {"(?:so|\\w+) refund", "sS7aR", "- "},
        {"(?:é|x) refund", "xX\xC3", "r"},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        Arena arena = {0};
        Atoms atoms = atoms_in(&arena, CASES[i].regex, false);
        const ByteSet *first = &atoms.list.items[0].first;
        for (const char *c = CASES[i].in; *c; c++) assert_true(byteset_has(first, *c));
        for (const char *c = CASES[i].out; *c; c++) assert_false(byteset_has(first, *c));
        arena_free(&arena);
    }
}

// Where it ends there, nothing need stand behind it: then `in` begins with "$".
static void what_stands_behind_an_atom_is_known(void **unused) {
    (void)unused;
    static const struct {
        const char *regex, *in, *out;
    } CASES[] = {
        {"refund", "$ x", ""},
        {"refund(?:\\w|-)?[. ]\\w+", "s7. -", "$?"},
        {"refund(?: [a-z]+)?", "$ x", ""},
        {"refund (?-i:[A-Z])\\w+", "A", "$a "},
        {"refund(?: |, )[\\w']+ \\w+", "'a7", "$ "},
        {"refund [a-z]+|x [a-z]+", "aZ", "$ 7"},
        {"reimbursements\\w*", "tT", "$s"}, // it is cut
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        Arena arena = {0};
        Atoms atoms = atoms_in(&arena, CASES[i].regex, false);
        const Atom *atom = &atoms.list.items[0];
        bool open = CASES[i].in[0] == '$';
        if (atom->closed == open)
            fail_msg("%s: %.*s", CASES[i].regex, STR_ARG(atom->text));
        for (const char *c = CASES[i].in + open; !open && *c; c++)
            assert_true(byteset_has(&atom->after, *c));
        for (const char *c = CASES[i].out; *c; c++)
            assert_false(atom->closed && byteset_has(&atom->after, *c));
        arena_free(&arena);
    }
}

static void edges_outside_a_group_are_those_of_its_atoms(void **unused) {
    (void)unused;
    assert_atoms("(?:hey+|yo|hlo)", true, "<hey|<yo>|<hlo>");
    Arena arena = {0};
    Atoms atoms = atoms_in(&arena, "(?:(?:my|your) \\w+ order|x+ order)", true);
    const Atom *atom = &atoms.list.items[0];
    assert_non_null(atom->partners);
    vec_each(const Atom, partner, atom->partners) assert_true(partner->edge_before);
    arena_free(&arena);
}

static void alternatives_are_taken_apart_where_they_can_be(void **unused) {
    (void)unused;
    static const struct {
        const char *regex, *branches;
    } CASES[] = {
        {"a\\w+|b", "a\\w+ ; b"},
        {"a|b", "a|b"}, // literals need not be
        {"(?:a\\w+|b(?:c|\\w))", "a\\w+ ; b(?:c|\\w)"},
        {"(?<!x)(?:a\\w|b)(?=y)", "(?<!x)(?:a\\w)(?=y) ; (?<!x)(?:b)(?=y)"},
        {"(?:a\\w|b) c", "(?:a\\w|b) c"},
        {"(?:a\\w|b)+", "(?:a\\w|b)+"},
        {"(?>a\\w|a)", "(?>a\\w|a)"},
        {"(a\\w)|b\\1", "(a\\w)|b\\1"},
        {"(?i)a\\w|b", "(?i)a\\w|b"},
        {"(?<n>a\\w)|b", "(?<n>a\\w)|b"},
        {"\\Ka\\w|b", "\\Ka\\w|b"},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        Arena arena = {0};
        Buf joined = {.arena = &arena};
        Branches branches = regex_branches(&arena, str_from(CASES[i].regex), true, false);
        vec_each(const Branch, branch, &branches) {
            if (joined.len) buf_text(&joined, " ; ");
            buf_put(&joined, branch->regex);
        }
        buf_byte(&joined, '\0');
        assert_string_equal(joined.ptr, CASES[i].branches);
        arena_free(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(atoms_are_the_literals_no_match_can_lack),
        cmocka_unit_test(whole_words_give_atoms_edges),
        cmocka_unit_test(atoms_are_none_where_none_is_sure),
        cmocka_unit_test(some_patterns_are_no_more_than_their_atoms),
        cmocka_unit_test(partners_are_what_a_match_needs_besides),
        cmocka_unit_test(partners_stand_on_one_side),
        cmocka_unit_test(matches_begin_with_the_first_bytes),
        cmocka_unit_test(what_stands_behind_an_atom_is_known),
        cmocka_unit_test(edges_outside_a_group_are_those_of_its_atoms),
        cmocka_unit_test(alternatives_are_taken_apart_where_they_can_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
