#include "score/record.h"

static void put_key(Buf *out, const char *key) {
    if (out->ptr[out->len - 1] != '{') buf_byte(out, ',');
    buf_format(out, "\"%s\":", key);
}

static void put_text(Buf *out, const char *key, Str text) {
    put_key(out, key);
    buf_json(out, text);
}

static void put_text_or_null(Buf *out, const char *key, Str text) {
    put_key(out, key);
    if (text.len)
        buf_json(out, text);
    else
        buf_text(out, "null");
}

static void put_int(Buf *out, const char *key, int64_t value) {
    put_key(out, key);
    buf_int(out, value);
}

static void put_time_or_null(Buf *out, const char *key, int64_t ms) {
    put_key(out, key);
    if (ms == NO_TIME)
        buf_text(out, "null");
    else
        buf_int(out, ms);
}

static void put_score(Buf *out, const char *key, int32_t score) {
    put_key(out, key);
    if (score == NO_SCORE)
        buf_text(out, "null");
    else
        buf_decimal(out, score, 1);
}

static void put_trimmed(Buf *out, const char *key, int32_t thousandths) {
    put_key(out, key);
    buf_trimmed(out, thousandths);
}

static void put_texts(Buf *out, const char *key, const Texts *texts) {
    put_key(out, key);
    buf_byte(out, '[');
    vec_each(const Str, text, texts) {
        if (text != texts->items) buf_byte(out, ',');
        buf_json(out, *text);
    }
    buf_byte(out, ']');
}

// An array of objects, each put by `put`.
#define PUT_OBJECTS(out, key, T, list, put)                    \
    do {                                                       \
        put_key(out, key);                                     \
        buf_byte(out, '[');                                    \
        vec_each(const T, item, list) {                        \
            buf_text(out, item == (list)->items ? "{" : ",{"); \
            put(out, item);                                    \
            buf_byte(out, '}');                                \
        }                                                      \
        buf_byte(out, ']');                                    \
    } while (0)

static void put_started(Buf *out, const Scorecard *card) {
    Arena scratch = {0};
    bool known = card->started_at != NO_TIME;
    put_text_or_null(out, "started_at",
                     known ? date_format(&scratch, card->started_at) : (Str){0});
    arena_free(&scratch);
}

static void put_call(Buf *out, const Scorecard *card) {
    put_int(out, "record", 1);
    put_text(out, "call", card->call);
    put_text_or_null(out, "agent", card->agent);
    put_text_or_null(out, "agent_name", card->agent_name);
    put_text_or_null(out, "team", card->team);
    put_text_or_null(out, "channel", card->channel);
    put_started(out, card);
    put_text_or_null(out, "customer", card->customer);
    put_int(out, "turns", card->turns);
    put_int(out, "agent_words", card->agent_words);
    put_time_or_null(out, "duration_ms", card->duration_ms);
}

static void put_scores(Buf *out, const Scorecard *card) {
    put_text(out, "rubric", card->rubric);
    put_text(out, "rubric_version", card->rubric_version);
    put_text(out, "rubric_hash", card->rubric_hash);
    put_score(out, "score", card->score);
    put_score(out, "compensatory", card->compensatory);
    put_text_or_null(out, "band", card->band);
    put_texts(out, "flags", &card->flags);
}

static void put_principle(Buf *out, const PrincipleScore *item) {
    put_text(out, "id", item->id);
    put_score(out, "score", item->score);
    put_trimmed(out, "weight", item->weight);
    put_key(out, "applied");
    buf_decimal(out, item->applied, 1);
    put_key(out, "floor");
    if (item->floor == NO_SCORE)
        buf_text(out, "null");
    else
        buf_trimmed(out, item->floor);
}

static void put_quote(Buf *out, const Quote *quote) {
    put_text(out, "detector", quote->detector);
    put_int(out, "turn", quote->turn);
    put_text(out, "role", role_name(quote->role));
    put_time_or_null(out, "at_ms", quote->at_ms);
    put_int(out, "start", quote->start);
    put_int(out, "end", quote->end);
    put_text(out, "quote", quote->quote);
}

static void put_mark(Buf *out, const Mark *mark) {
    put_text(out, "criterion", mark->criterion);
    put_text(out, "principle", mark->principle);
    put_text(out, "verdict", verdict_name(mark->verdict));
    put_trimmed(out, "points", mark->points);
    put_trimmed(out, "weight", mark->weight);
    put_key(out, "applied");
    buf_decimal(out, mark->applied, 1);
    put_text(out, "why", mark->why);
    PUT_OBJECTS(out, "evidence", Quote, &mark->quotes, put_quote);
}

void record_put_mark(Buf *out, const Mark *mark) {
    buf_byte(out, '{');
    put_mark(out, mark);
    buf_byte(out, '}');
}

static void put_value(Buf *out, const CardValue *item) {
    buf_byte(out, ',');
    buf_json(out, item->of);
    buf_byte(out, ':');
    if (item->value == NO_VALUE)
        buf_text(out, "null");
    else
        buf_trimmed(out, item->value);
}

static void put_measures(Buf *out, const Scorecard *card) {
    put_key(out, "measures");
    buf_byte(out, '{');
    put_time_or_null(out, "wait_ms", card->wait_ms);
    put_time_or_null(out, "first_reply_ms", card->first_reply_ms);
    put_time_or_null(out, "max_reply_ms", card->max_reply_ms);
    vec_each(const CardValue, item, &card->values) put_value(out, item);
    buf_byte(out, '}');
}

void record_put_json(Buf *out, const Scorecard *card) {
    buf_byte(out, '{');
    put_call(out, card);
    put_scores(out, card);
    PUT_OBJECTS(out, "principles", PrincipleScore, &card->principles, put_principle);
    PUT_OBJECTS(out, "marks", Mark, &card->marks, put_mark);
    put_measures(out, card);
    put_texts(out, "problems", &card->problems);
    buf_text(out, "}\n");
}

void record_put_error(Buf *out, Str call, Str error) {
    buf_byte(out, '{');
    put_int(out, "record", 1);
    put_text_or_null(out, "call", call);
    put_text(out, "error", error);
    buf_text(out, "}\n");
}
