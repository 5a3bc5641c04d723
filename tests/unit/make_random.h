// Random rubrics and random calls: graphs of detectors of every kind over a handful of
// words, so that much is found, little is decided at once, and all refer to each other.
#ifndef TESTS_UNIT_MAKE_RANDOM_H
#define TESTS_UNIT_MAKE_RANDOM_H

#include "base/buf.h"
#include "base/random.h"

#define CHOICES_OF(array) ((int)(sizeof(array) / sizeof *(array)))

enum { DETECTORS = 12, CRITERIA = 4 };

// Where choices come from: chance, or a fuzzer's bytes as long as there are any.
typedef struct {
    uint64_t state;
    const uint8_t *next, *end;
} Choices;

// What a rubric or call is being made of.
typedef struct {
    Buf out;
    Choices *choices;
    int known; // detectors that are there to be referred to
} Maker;

static inline int choose(Maker *maker, int count) {
    Choices *choices = maker->choices;
    if (choices->next < choices->end) return *choices->next++ % count;
    return (int)((random_next(&choices->state) >> 32) % (uint64_t)count);
}

static inline bool one_in(Maker *maker, int count) { return choose(maker, count) == 0; }

static inline void put(Maker *maker, const char *text) { buf_text(&maker->out, text); }

static inline void put_word(Maker *maker) {
    static const char *const WORDS[] = {"tea",  "milk",  "sorry", "the", "cup",
                                        "when", "never", "7",     "why"};
    put(maker, WORDS[choose(maker, CHOICES_OF(WORDS))]);
}

// PCRE2 gives up on it in the turn that RUNAWAY_TURN is.
#define RUNAWAY      "(?:x+)+(?:z|$)"
#define RUNAWAY_TURN "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx!"

static inline void put_list(Maker *maker, void (*put_one)(Maker *)) {
    put(maker, "[");
    put_one(maker);
    for (int more = choose(maker, 3); more > 0; more--) {
        put(maker, ", ");
        put_one(maker);
    }
    put(maker, "]");
}

static inline void put_pattern(Maker *maker) {
    if (one_in(maker, 40)) {
        put(maker, "'" RUNAWAY "'");
        return;
    }
    put_word(maker);
    if (one_in(maker, 5)) put(maker, " \\w+");
}

static inline void put_patterns(Maker *maker) { put_list(maker, put_pattern); }

static inline void put_detector(Maker *maker) {
    buf_format(&maker->out, "d%d", choose(maker, maker->known));
}

static inline void put_detectors(Maker *maker) { put_list(maker, put_detector); }

static inline void put_window(Maker *maker) {
    static const char *const EDGES[] = {"before", "after", "answering", "next"};
    static const char *const PLACES[] = {"first: 2 turns", "last: 50 %", "first: 9 s",
                                         "last: 1 turns"};
    put(maker, ", window: {");
    if (maker->known && one_in(maker, 2)) {
        buf_format(&maker->out, "%s: ", EDGES[choose(maker, CHOICES_OF(EDGES))]);
        put_detector(maker);
    } else {
        put(maker, PLACES[choose(maker, CHOICES_OF(PLACES))]);
    }
    put(maker, "}");
}

static inline void put_phrase(Maker *maker) {
    static const char *const MORE[] = {", min: 2", ", max: 1", ", per: turn",
                                       ", negation: off", ", unless_in: turn"};
    put(maker, "any: ");
    put_patterns(maker);
    if (one_in(maker, 3)) put(maker, ", unless: "), put_patterns(maker);
    if (one_in(maker, 4)) put(maker, ", unclear: "), put_patterns(maker);
    if (one_in(maker, 3)) put(maker, MORE[choose(maker, CHOICES_OF(MORE))]);
    if (one_in(maker, 3)) put_window(maker);
    if (maker->known && one_in(maker, 4)) put(maker, ", also: "), put_detectors(maker);
}

static inline void put_within(Maker *maker) {
    if (one_in(maker, 2))
        put(maker, ", within: {turns: 2}");
    else if (one_in(maker, 2))
        put(maker, ", within: {seconds: 5}");
}

static inline void put_reply(Maker *maker) {
    put(maker, "kind: reply, to: "), put_detector(maker);
    put(maker, ", with: "), put_detector(maker);
    if (one_in(maker, 3)) put(maker, ", before: "), put_detector(maker);
    if (one_in(maker, 3)) put(maker, ", unclear: "), put_detectors(maker);
    if (one_in(maker, 3)) put(maker, ", each: yes");
    put_within(maker);
}

static inline void put_order(Maker *maker) {
    put(maker, "kind: order, steps: ["), put_detector(maker);
    put(maker, ", "), put_detector(maker), put(maker, "]");
    if (one_in(maker, 3)) put(maker, ", unclear: "), put_detectors(maker);
    put_within(maker);
}

static inline void put_question(Maker *maker) {
    static const char *const FIELDS[] = {"frames", "fillers", "inside", "unless"};
    put(maker, "kind: question");
    for (int i = 0; i < CHOICES_OF(FIELDS); i++) {
        if (one_in(maker, 2)) continue;
        buf_format(&maker->out, ", %s: ", FIELDS[i]);
        put_patterns(maker);
    }
}

static inline void put_echo(Maker *maker) {
    put(maker, "kind: echo, shared: 1, to: "), put_detector(maker);
    if (one_in(maker, 2)) put(maker, ", unless: "), put_patterns(maker);
    if (one_in(maker, 3)) put(maker, ", frame: "), put_detector(maker);
}

static inline void put_other(Maker *maker) {
    switch (choose(maker, 7)) {
    case 0: put(maker, "kind: unread, besides: "), put_detectors(maker); break;
    case 1: put_echo(maker); break;
    case 2: put(maker, "kind: answered, question: "), put_detector(maker); break;
    case 3: put(maker, "kind: silence, announced: "), put_detector(maker); break;
    case 4: put(maker, "kind: length, of: turns, at_least: 3"); break;
    case 6: put_question(maker); break;
    case 5:
        put(maker, "kind: weigh, enough: 2, phrases: [{find: "), put_detector(maker);
        put(maker, ", points: 2}, {say: "), put_patterns(maker);
        put(maker, ", points: 1}, {say: "), put_word(maker), put(maker, ", points: 1}]");
        break;
    }
}

static inline void put_detector_body(Maker *maker) {
    static const char *const ROLES[] = {"role: agent, ", "role: customer, ", ""};
    put(maker, ROLES[choose(maker, CHOICES_OF(ROLES))]);
    int kind = maker->known ? choose(maker, 8) : 0;
    if (kind < 4)
        put_phrase(maker);
    else if (kind == 4)
        put_order(maker);
    else if (kind == 5)
        put_other(maker);
    else
        put_reply(maker);
}

static inline void put_expression(Maker *maker, int depth) {
    static const char *const FORMS[] = {"{all: [", "{any: [", "{at_least: 2, of: ["};
    if (!depth || one_in(maker, 3)) {
        put_detector(maker);
    } else if (one_in(maker, 4)) {
        put(maker, "{not: "), put_expression(maker, depth - 1), put(maker, "}");
    } else {
        put(maker, FORMS[choose(maker, CHOICES_OF(FORMS))]);
        for (int i = 0; i < 3; i++) {
            if (i) put(maker, ", ");
            put_expression(maker, depth - 1);
        }
        put(maker, "]}");
    }
}

static inline void put_criterion(Maker *maker, int number) {
    static const char *const RULES[] = {"when", "not_met", "partly", "unclear"};
    buf_format(&maker->out, "  - {id: c%d, ask: Is it?, met: ", number);
    put_expression(maker, 2);
    for (int i = 0; i < CHOICES_OF(RULES); i++) {
        if (!one_in(maker, 2)) continue;
        buf_format(&maker->out, ", %s: ", RULES[i]);
        put_expression(maker, i == 3 ? 0 : 2);
    }
    put(maker, "}\n");
}

static inline const char *random_rubric(Arena *arena, Choices *choices) {
    Maker maker = {.out = {.arena = arena}, .choices = choices};
    put(&maker, "rubric: r\nscore: {assess: {min_turns: 0, min_agent_words: 0, roles: "
                "[]}}\ndetectors:\n");
    for (; maker.known < DETECTORS; maker.known++) {
        buf_format(&maker.out, "  d%d: {", maker.known);
        put_detector_body(&maker);
        put(&maker, "}\n");
    }
    put(&maker, "principles:\n- id: p\n  title: P\n  weight: 1\n  criteria:\n");
    for (int i = 0; i < CRITERIA; i++) put_criterion(&maker, i);
    if (one_in(&maker, 3)) {
        put(&maker, "measures:\n- {id: m, source: here, stat: max, of: detector ");
        put_detector(&maker);
        put(&maker, "}\n");
    }
    buf_byte(&maker.out, '\0');
    return maker.out.ptr;
}

static inline const char *random_call(Arena *arena, Choices *choices) {
    static const char *const ENDS[] = {"", "", "", ".", "?", ","};
    Maker maker = {.out = {.arena = arena}, .choices = choices};
    int turns = 1 + choose(&maker, 8), second = 0;
    bool timed = one_in(&maker, 2), alone = one_in(&maker, 6);
    for (int t = 0; t < turns; t++) {
        put(&maker, alone || one_in(&maker, 2) ? "agent" : "customer");
        if (timed) buf_format(&maker.out, " @%d-%d", second, second + 3);
        second += choose(&maker, 9);
        put(&maker, ":");
        for (int words = 1 + choose(&maker, 9); words > 0; words--) {
            put(&maker, " "), put_word(&maker);
            put(&maker, ENDS[choose(&maker, CHOICES_OF(ENDS))]);
        }
        if (one_in(&maker, 100)) put(&maker, " " RUNAWAY_TURN);
        put(&maker, "\n");
    }
    buf_byte(&maker.out, '\0');
    return maker.out.ptr;
}

#endif
