#include "score/record.h"

// With the comma that a key needs unless it is its object's first.
#define KEY(name) STR(",\"" name "\":")

static void put_key(Buf *out, Str key) {
    bool is_first = out->ptr[out->len - 1] == '{';
    buf_put(out, (Str){key.ptr + is_first, key.len - is_first});
}

static void put_text(Buf *out, Str key, Str text) {
    put_key(out, key);
    buf_json(out, text);
}

static void put_text_or_null(Buf *out, Str key, Str text) {
    put_key(out, key);
    if (text.len)
        buf_json(out, text);
    else
        buf_text(out, "null");
}

static void put_int(Buf *out, Str key, int64_t value) {
    put_key(out, key);
    buf_int(out, value);
}

static void put_time_or_null(Buf *out, Str key, int64_t ms) {
    put_key(out, key);
    if (ms == NO_TIME)
        buf_text(out, "null");
    else
        buf_int(out, ms);
}

static void put_score(Buf *out, Str key, int32_t score) {
    put_key(out, key);
    if (score == NO_SCORE)
        buf_text(out, "null");
    else
        buf_decimal(out, score, 1);
}

static void put_trimmed(Buf *out, Str key, int32_t thousandths) {
    put_key(out, key);
    buf_trimmed(out, thousandths);
}

static void put_texts(Buf *out, Str key, const Texts *texts) {
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
    put_text_or_null(out, KEY("started_at"),
                     known ? date_format(&scratch, card->started_at) : (Str){0});
    arena_free(&scratch);
}

// Only of a guess: who is who is mostly given.
static void put_roles(Buf *out, const Scorecard *card) {
    if (card->roles != ROLES_GUESSED && card->roles != ROLES_UNCLEAR) return;
    put_text(out, KEY("roles"), roles_name(card->roles));
    put_key(out, KEY("roles_confidence"));
    buf_decimal(out, (int64_t)card->roles_percent * 10, 2);
}

static void put_call(Buf *out, const Scorecard *card) {
    put_int(out, KEY("record"), 1);
    put_text(out, KEY("call"), card->call);
    put_text_or_null(out, KEY("agent"), card->agent);
    put_text_or_null(out, KEY("agent_name"), card->agent_name);
    put_text_or_null(out, KEY("team"), card->team);
    put_text_or_null(out, KEY("channel"), card->channel);
    put_started(out, card);
    put_text_or_null(out, KEY("customer"), card->customer);
    put_int(out, KEY("turns"), card->turns);
    put_int(out, KEY("agent_words"), card->agent_words);
    put_time_or_null(out, KEY("duration_ms"), card->duration_ms);
    put_roles(out, card);
}

static void put_scores(Buf *out, const Scorecard *card) {
    put_text(out, KEY("rubric"), card->rubric);
    put_text(out, KEY("rubric_version"), card->rubric_version);
    put_text(out, KEY("rubric_hash"), card->rubric_hash);
    put_score(out, KEY("score"), card->score);
    put_score(out, KEY("compensatory"), card->compensatory);
    put_text_or_null(out, KEY("band"), card->band);
    put_texts(out, KEY("flags"), &card->flags);
}

static void put_principle(Buf *out, const PrincipleScore *item) {
    put_text(out, KEY("id"), item->id);
    put_score(out, KEY("score"), item->score);
    put_trimmed(out, KEY("weight"), item->weight);
    put_key(out, KEY("applied"));
    buf_decimal(out, item->applied, 1);
    put_key(out, KEY("floor"));
    if (item->floor == NO_SCORE)
        buf_text(out, "null");
    else
        buf_trimmed(out, item->floor);
}

static void put_quote(Buf *out, const Quote *quote) {
    put_text(out, KEY("detector"), quote->detector);
    put_int(out, KEY("turn"), quote->turn);
    put_text(out, KEY("role"), role_name(quote->role));
    put_time_or_null(out, KEY("at_ms"), quote->at_ms);
    put_int(out, KEY("start"), quote->start);
    put_int(out, KEY("end"), quote->end);
    put_text(out, KEY("quote"), quote->quote);
}

static void put_mark(Buf *out, const Mark *mark) {
    put_text(out, KEY("criterion"), mark->criterion);
    put_text(out, KEY("principle"), mark->principle);
    put_text(out, KEY("verdict"), verdict_name(mark->verdict));
    put_trimmed(out, KEY("points"), mark->points);
    put_trimmed(out, KEY("weight"), mark->weight);
    put_key(out, KEY("applied"));
    buf_decimal(out, mark->applied, 1);
    put_text(out, KEY("why"), mark->why);
    PUT_OBJECTS(out, KEY("evidence"), Quote, &mark->quotes, put_quote);
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
    put_key(out, KEY("measures"));
    buf_byte(out, '{');
    put_time_or_null(out, KEY("wait_ms"), card->wait_ms);
    put_time_or_null(out, KEY("first_reply_ms"), card->first_reply_ms);
    put_time_or_null(out, KEY("max_reply_ms"), card->max_reply_ms);
    vec_each(const CardValue, item, &card->values) put_value(out, item);
    buf_byte(out, '}');
}

void record_put_json(Buf *out, const Scorecard *card) {
    buf_byte(out, '{');
    put_call(out, card);
    put_scores(out, card);
    PUT_OBJECTS(out, KEY("principles"), PrincipleScore, &card->principles, put_principle);
    PUT_OBJECTS(out, KEY("marks"), Mark, &card->marks, put_mark);
    put_measures(out, card);
    put_texts(out, KEY("problems"), &card->problems);
    buf_text(out, "}\n");
}

void record_put_error(Buf *out, Str call, Str error) {
    buf_byte(out, '{');
    put_int(out, KEY("record"), 1);
    put_text_or_null(out, KEY("call"), call);
    put_text(out, KEY("error"), error);
    buf_text(out, "}\n");
}
