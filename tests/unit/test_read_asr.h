// For the tests of speech recognisers' formats: documents, and what comes of them with
// the labels of those who nobody knows.
#ifndef TEST_READ_ASR_H
#define TEST_READ_ASR_H

#include "test_read.h"

typedef struct {
    const char *text, *format, *calls;
} Case;

// What is complained of, beside speakers of whom nobody knows who they are.
static inline const char *other_complaints(Reading *reading) {
    Buf out = {.arena = &reading->arena};
    vec_each(const Diag, diag, &reading->diags.items) {
        bool of_speaker = str_starts(diag->text, STR("unknown speaker")) ||
                          str_eq(diag->text, STR("turn without a speaker"));
        if (!of_speaker) diag_put(&out, diag);
    }
    return str_z(&reading->arena, buf_str(&out));
}

static inline void put_labelled(Buf *out, const Turn *turn) {
    buf_format(out, " %.*s", STR_ARG(turn->speaker));
    if (turn->role != ROLE_UNKNOWN)
        buf_format(out, "=%.*s", STR_ARG(role_name(turn->role)));
    put_time(out, "@", turn->start_ms);
    put_time(out, "-", turn->end_ms);
    buf_format(out, "[%.*s]", STR_ARG(turn->text));
}

// As calls_text, but with the labels: "id: label=role@start-end[text]".
static inline const char *labelled_text(Reading *reading) {
    Buf out = {.arena = &reading->arena};
    vec_each(const Call, call, &reading->calls) {
        buf_format(&out, "%.*s:", STR_ARG(call->id));
        vec_each(const Turn, turn, &call->turns) put_labelled(&out, turn);
        buf_text(&out, "\n");
    }
    return str_z(&reading->arena, buf_str(&out));
}

static inline void assert_cases(Reading *reading, const Case *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        reading->calls.len = reading->files.len = reading->diags.items.len = 0;
        read_file(reading, "x.json", cases[i].text);
        assert_string_equal(other_complaints(reading), "");
        assert_string_equal(labelled_text(reading), cases[i].calls);
        assert_string_equal(reading->files.items[0].format, cases[i].format);
    }
}
#define ASSERT_CASES(state, cases) \
    assert_cases(*(state), cases, sizeof(cases) / sizeof *(cases))

#define WORD(word, start, end, more) \
    "{\"word\":\"" word "\",\"start\":" start ",\"end\":" end more "}"
#define SPEAKER(number)    ",\"speaker\":" number
#define ALTERNATIVE(words) "{\"transcript\":\"?\",\"words\":[" words "]}"
#define CHANNEL(words)     "{\"alternatives\":[" ALTERNATIVE(words) "]}"

#endif
