#include "score/record.h"

#include "base/json_out.h"
#include "score/record_marks.h"
#include "score/record_said.h"

static char *room_score(char *at, int32_t score) {
    return score == NO_SCORE ? room_text(at, "null") : room_decimal(at, score, 1);
}

static void put_score(Buf *out, int32_t score) {
    buf_end(out, room_score(buf_room(out, ROOM_DECIMAL), score));
}

static void put_started(Buf *out, const Scorecard *card) {
    bool known = card->started_at != NO_TIME;
    json_next(out, KEY("started_at"));
    buf_text(out, known ? "\"" : "null");
    if (known) date_put(out, card->started_at);
    if (known) buf_byte(out, '"');
}

// Only of a guess: who is who is mostly given.
static void put_roles(Buf *out, const Scorecard *card) {
    if (card->roles != ROLES_GUESSED && card->roles != ROLES_UNCLEAR) return;
    json_put_text(out, KEY("roles"), roles_name(card->roles));
    json_put_decimal(out, KEY("roles_confidence"), (int64_t)card->roles_percent * 10, 2);
}

static void put_part(Buf *out, const AgentPart *part) {
    if (!part->of) return;
    json_next(out, KEY("part"));
    buf_byte(out, '{');
    json_put_int(out, KEY("agent"), part->number);
    json_put_int(out, KEY("of"), part->of);
    json_put_int(out, KEY("first_turn"), part->first_turn);
    json_put_int(out, KEY("last_turn"), part->last_turn);
    buf_byte(out, '}');
}

static void put_call(Buf *out, const Scorecard *card) {
    json_put_int(out, KEY("record"), RECORD_VERSION);
    json_put_text(out, KEY("call"), card->call);
    json_put_text_or_null(out, KEY("agent"), card->agent);
    json_put_text_or_null(out, KEY("agent_name"), card->agent_name);
    json_put_text_or_null(out, KEY("team"), card->team);
    json_put_text_or_null(out, KEY("channel"), card->channel);
    put_started(out, card);
    json_put_text_or_null(out, KEY("customer"), card->customer);
    if (card->queue.len) json_put_text(out, KEY("queue"), card->queue);
    put_part(out, &card->part);
    json_put_int(out, KEY("turns"), card->turns);
    json_put_int(out, KEY("agent_words"), card->agent_words);
    json_put_int_or_null(out, KEY("duration_ms"), card->duration_ms);
    put_roles(out, card);
    if (card->language.len) json_put_text(out, KEY("language"), card->language);
}

static void put_rubric(Buf *out, const Scorecard *card) {
    buf_put(out, KEY("rubric"));
    buf_json(out, card->rubric);
    json_put_text(out, KEY("rubric_version"), card->rubric_version);
    json_put_text(out, KEY("rubric_hash"), card->rubric_hash);
    json_put_text_or_null(out, KEY("quality_hash"), card->quality_hash);
}

// Which is the same for all cards of a memo.
static Str rubric_again(RecordMemo *memo, const Scorecard *card) {
    if (!memo->rubric.len) {
        Buf bytes = {.arena = &memo->arena};
        put_rubric(&bytes, card);
        memo->rubric = buf_str(&bytes);
    }
    return memo->rubric;
}

static void put_scores(Buf *out, const Scorecard *card) {
    json_next(out, KEY("score"));
    put_score(out, card->score);
    json_next(out, KEY("compensatory"));
    put_score(out, card->compensatory);
    json_next(out, KEY("uncapped"));
    put_score(out, card->uncapped);
    json_put_text_or_null(out, KEY("band"), card->band);
    json_put_int(out, KEY("judged"), card->judged);
    json_put_int(out, KEY("judged_of"), card->judged_of);
    json_put_int(out, KEY("unproven"), card->unproven);
    json_put_text_or_null(out, KEY("too_little"), card->too_little);
    json_put_texts(out, KEY("flags"), card->flags.items, card->flags.len);
}

static void put_id(Buf *out, const PrincipleScore *item) {
    buf_text(out, ",{\"id\":");
    buf_json(out, item->id);
    buf_put(out, KEY("score"));
}

static void put_weight(Buf *out, const PrincipleScore *item) {
    buf_put(out, KEY("weight"));
    buf_trimmed(out, item->weight);
    buf_put(out, KEY("applied"));
}

static void put_floor(Buf *out, const PrincipleScore *item) {
    buf_put(out, KEY("floor"));
    if (item->floor == NO_SCORE)
        buf_text(out, "null");
    else
        buf_trimmed(out, item->floor);
    buf_byte(out, '}');
}

typedef void PrinciplePart(Buf *out, const PrincipleScore *item);
static Str keep_part(Arena *arena, PrinciplePart *put, const PrincipleScore *item) {
    Buf bytes = {.arena = arena};
    put(&bytes, item);
    return short_copy(arena, buf_str(&bytes));
}

static const PrincipleHead *principle_head(RecordMemo *memo, size_t number,
                                           const PrincipleScore *item) {
    Arena *arena = &memo->arena;
    if (memo->principles.len == number)
        *vec_push(arena, &memo->principles) = (PrincipleHead){
            keep_part(arena, put_id, item), keep_part(arena, put_weight, item),
            keep_part(arena, put_floor, item)};
    return &memo->principles.items[number];
}

// Beside the texts.
enum { PRINCIPLE_MOST = 2 * ROOM_DECIMAL + SHORT };

static void put_principle_again(Buf *out, const PrincipleHead *head,
                                const PrincipleScore *item) {
    size_t texts = head->opens.len + head->weighs.len + head->closes.len;
    char *at = buf_room(out, texts + PRINCIPLE_MOST);
    at = room_score(room_short(at, head->opens), item->score);
    at = room_decimal(room_short(at, head->weighs), item->applied, 1);
    buf_end(out, room_short(at, head->closes));
}

static void put_principle(Buf *out, const PrincipleScore *item) {
    put_id(out, item);
    put_score(out, item->score);
    put_weight(out, item);
    buf_decimal(out, item->applied, 1);
    put_floor(out, item);
}

static void put_principles(Buf *out, const Scorecard *card, RecordMemo *memo) {
    buf_text(out, ",\"principles\":");
    size_t from = out->len;
    for (size_t i = 0; i < card->principles.len; i++) {
        const PrincipleScore *item = &card->principles.items[i];
        if (memo)
            put_principle_again(out, principle_head(memo, i, item), item);
        else
            put_principle(out, item);
    }
    json_close_array(out, from);
}

static void put_value(Buf *out, const CardValue *item) {
    json_put_key(out, item->of);
    if (item->value == NO_VALUE)
        buf_text(out, "null");
    else
        buf_trimmed(out, item->value);
}

static void put_measures(Buf *out, const Scorecard *card) {
    json_next(out, KEY("measures"));
    buf_byte(out, '{');
    json_put_int_or_null(out, KEY("wait_ms"), card->wait_ms);
    json_put_int_or_null(out, KEY("first_reply_ms"), card->first_reply_ms);
    json_put_int_or_null(out, KEY("max_reply_ms"), card->max_reply_ms);
    vec_each(const CardValue, item, &card->values) put_value(out, item);
    buf_byte(out, '}');
}

static void put_told(Buf *out, const ToldPromise *told) {
    json_put_text(out, KEY("promise"), told->promise);
    json_next(out, KEY("kept"));
    buf_text(out, told->kept ? "true" : "false");
    json_put_int(out, KEY("turn"), told->turn);
}

void record_put_again(Buf *out, const Scorecard *card, RecordMemo *memo) {
    size_t from = out->len;
    if (memo) memo_hear(memo, card), buf_room(out, memo->len + memo->len / 4);
    buf_byte(out, '{');
    put_call(out, card);
    if (memo)
        buf_put(out, rubric_again(memo, card));
    else
        put_rubric(out, card);
    put_scores(out, card);
    put_principles(out, card, memo);
    record_put_marks(out, card, memo);
    put_measures(out, card);
    if (card->told.len)
        JSON_PUT_OBJECTS(out, KEY("told"), ToldPromise, &card->told, put_told);
    record_put_said(out, card, memo);
    json_put_texts(out, KEY("problems"), card->problems.items, card->problems.len);
    buf_text(out, "}\n");
    if (memo) memo->len = out->len - from;
}

void record_put_json(Buf *out, const Scorecard *card) {
    record_put_again(out, card, NULL);
}

void record_put_error(Buf *out, Str call, uint32_t line, Str error) {
    buf_byte(out, '{');
    json_put_int(out, KEY("record"), RECORD_VERSION);
    json_put_text_or_null(out, KEY("call"), call);
    if (line) json_put_int(out, KEY("line"), line);
    json_put_text(out, KEY("error"), error);
    buf_text(out, "}\n");
}
