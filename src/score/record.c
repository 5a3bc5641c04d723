#include "score/record.h"

#include "base/json_out.h"
#include "score/quotes.h"

static void put_score(Buf *out, Str key, int32_t score) {
    json_next(out, key);
    if (score == NO_SCORE)
        buf_text(out, "null");
    else
        buf_decimal(out, score, 1);
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

static void put_scores(Buf *out, const Scorecard *card) {
    json_put_text(out, KEY("rubric"), card->rubric);
    json_put_text(out, KEY("rubric_version"), card->rubric_version);
    json_put_text(out, KEY("rubric_hash"), card->rubric_hash);
    json_put_text_or_null(out, KEY("quality_hash"), card->quality_hash);
    put_score(out, KEY("score"), card->score);
    put_score(out, KEY("compensatory"), card->compensatory);
    put_score(out, KEY("uncapped"), card->uncapped);
    json_put_text_or_null(out, KEY("band"), card->band);
    json_put_int(out, KEY("judged"), card->judged);
    json_put_int(out, KEY("judged_of"), card->judged_of);
    json_put_int(out, KEY("unproven"), card->unproven);
    json_put_text_or_null(out, KEY("too_little"), card->too_little);
    json_put_texts(out, KEY("flags"), card->flags.items, card->flags.len);
}

static void put_principle(Buf *out, const PrincipleScore *item) {
    buf_byte(out, '{');
    json_put_text(out, KEY("id"), item->id);
    put_score(out, KEY("score"), item->score);
    json_put_trimmed(out, KEY("weight"), item->weight);
    json_put_decimal(out, KEY("applied"), item->applied, 1);
    if (item->floor == NO_SCORE)
        json_put_null(out, KEY("floor"));
    else
        json_put_trimmed(out, KEY("floor"), item->floor);
    buf_byte(out, '}');
}

static void put_unscored(Buf *out, MarkHeads *heads, size_t number,
                         const PrincipleScore *item) {
    while (heads->unscored.len <= number)
        *vec_push(&heads->arena, &heads->unscored) = (Buf){.arena = &heads->arena};
    Buf *bytes = &heads->unscored.items[number];
    if (!bytes->len) put_principle(bytes, item);
    buf_put(out, buf_str(bytes));
}

static void put_principles(Buf *out, const Scorecard *card, MarkHeads *heads) {
    json_next(out, STR(",\"principles\":["));
    for (size_t i = 0; i < card->principles.len; i++) {
        const PrincipleScore *item = &card->principles.items[i];
        json_next(out, STR(","));
        if (heads && item->score == NO_SCORE && !item->applied)
            put_unscored(out, heads, i, item);
        else
            put_principle(out, item);
    }
    buf_byte(out, ']');
}

static char *room_ms(char *at, int64_t ms) {
    return ms == NO_TIME ? room_text(at, "null") : room_int(at, ms);
}

static void put_opening(Buf *out, const Origin *origin) {
    buf_text(out, "{\"detector\":");
    buf_json(out, origin->detector);
    buf_text(out, ",\"turn\":");
}

static void put_closing(Buf *out, const Origin *origin) {
    if (origin->at.len) {
        buf_put(out, KEY("at"));
        buf_json(out, origin->at);
    }
    if (origin->phrase.len) {
        buf_put(out, KEY("phrase"));
        buf_json(out, origin->phrase);
        json_put_int(out, KEY("points"), origin->points);
    }
    buf_byte(out, '}');
}

void origin_seal(Arena *arena, Origin *origin) {
    Arena scratch = {0};
    Buf text = {.arena = &scratch};
    put_opening(&text, origin);
    size_t opened = text.len;
    put_closing(&text, origin);
    char *both = arena_alloc(arena, text.len + SHORT);
    memcpy(both, text.ptr, text.len);
    origin->opens = (Str){both, opened};
    origin->closes = (Str){both + opened, text.len - opened};
    arena_free(&scratch);
}

static char *room_turn(char *at, const Quote *quote) {
    at = room_int(at, quote->turn);
    at = room_str(room_text(at, ",\"role\":\""), role_name(quote->role));
    at = room_ms(room_text(at, "\",\"at_ms\":"), quote->at_ms);
    return room_text(at, ",\"start\":");
}

// Copies what an earlier quote of the turn has, where there is one.
static char *room_known_turn(char *at, const Quote *quote, const Buf *out,
                             MarkHeads *heads) {
    TurnHead *head = &heads->turns.items[quote->turn];
    if (head->at) return room_short(at, (Str){out->ptr + head->at, head->len});
    char *end = room_turn(at, quote);
    *head = (TurnHead){(size_t)(at - out->ptr), (size_t)(end - at)};
    return end;
}

// Quotes are most of a record: what is between their texts is written in one go.
// `heads` or NULL.
enum { PLACE_MOST = 80 + SHORT + 4 * ROOM_INT };
static void put_quote(Buf *out, const Quote *quote, MarkHeads *heads) {
    const Origin *origin = quote->origin;
    Str opens = origin->opens, closes = origin->closes;
    if (!opens.len) put_opening(out, origin);
    char *at = buf_room(out, SHORT + opens.len + PLACE_MOST);
    if (opens.len) at = room_short(at, opens);
    bool kept = heads && quote->turn < heads->turns.len;
    at = kept ? room_known_turn(at, quote, out, heads) : room_turn(at, quote);
    at = room_int(at, quote->start);
    at = room_int(room_text(at, ",\"end\":"), quote->end);
    buf_end(out, room_text(at, ",\"quote\":"));
    buf_json(out, quote->quote);
    if (opens.len)
        buf_end(out, room_short(buf_room(out, SHORT + closes.len), closes));
    else
        put_closing(out, origin);
}

// Apart from the rest of a mark, for most have none.
__attribute__((noinline)) static void put_evidence(Buf *out, const Mark *mark,
                                                   MarkHeads *heads) {
    buf_text(out, ",\"evidence\":[");
    QuoteWalk walk = quotes_of(mark);
    for (const Quote *quote; (quote = quote_next(&walk));) {
        json_next(out, STR(","));
        put_quote(out, quote, heads);
    }
    buf_text(out, "]}");
}

// Only of a mark that waits for it.
static void put_awaits(Buf *out, const AwaitedPromise *awaits) {
    if (!awaits) return;
    json_next(out, KEY("awaits"));
    buf_byte(out, '{');
    json_put_text(out, KEY("promise"), awaits->promise);
    json_put_int(out, KEY("within_ms"), awaits->within_ms);
    json_put_text(out, KEY("if_kept"), verdict_name(awaits->if_kept));
    json_put_text(out, KEY("if_broken"), verdict_name(awaits->if_broken));
    buf_byte(out, '}');
}

static void put_given(Buf *out, const Mark *mark) {
    buf_byte(out, '{');
    json_put_text(out, KEY("criterion"), mark->criterion);
    json_put_text(out, KEY("principle"), mark->principle);
    json_put_text(out, KEY("verdict"), verdict_name(mark->verdict));
    json_put_trimmed(out, KEY("points"), mark->points);
    json_put_trimmed(out, KEY("weight"), mark->weight);
}

static void put_counted(Buf *out, const Mark *mark) {
    json_put_decimal(out, KEY("applied"), mark->applied, 1);
    json_put_decimal(out, KEY("share"), mark->share, 2);
    json_next(out, KEY("counted"));
    buf_text(out, mark->uncounted ? "false" : "true");
}

static void put_head(Buf *out, const Mark *mark) {
    put_given(out, mark);
    put_counted(out, mark);
    json_put_text(out, KEY("why"), mark->why);
}

// ---- The heads of marks again

struct MarkHead {
    Mark mark;             // but for its lists and `why`
    size_t given, counted; // where these end among the bytes; 0: they are not there
    Buf why, bytes;
};

static bool is_given(const MarkHead *head, const Mark *mark) {
    return head->given && head->mark.criterion.ptr == mark->criterion.ptr;
}

static bool is_counted(const MarkHead *head, const Mark *mark) {
    const Mark *kept = &head->mark;
    return head->counted && kept->applied == mark->applied &&
           kept->share == mark->share && kept->uncounted == mark->uncounted;
}

static void keep_given(MarkHead *head, const Mark *mark) {
    head->bytes.len = 0;
    put_given(&head->bytes, mark);
    head->given = head->bytes.len;
    head->counted = 0;
}

static void keep_counted(MarkHead *head, const Mark *mark) {
    head->mark = *mark;
    head->bytes.len = head->given;
    put_counted(&head->bytes, mark);
    head->counted = head->bytes.len;
}

static void keep_why(MarkHead *head, const Mark *mark) {
    head->why.len = 0;
    buf_put(&head->why, mark->why);
    head->bytes.len = head->counted;
    json_put_text(&head->bytes, KEY("why"), mark->why);
}

static void put_known_head(Buf *out, MarkHeads *heads, size_t number, const Mark *mark) {
    size_t at = number * VERDICT_COUNT + mark->verdict;
    while (heads->items.len <= at)
        *vec_push(&heads->arena, &heads->items) =
            (MarkHead){.why.arena = &heads->arena, .bytes.arena = &heads->arena};
    MarkHead *head = &heads->items.items[at];
    if (!is_given(head, mark)) keep_given(head, mark);
    bool counted = is_counted(head, mark);
    if (!counted) keep_counted(head, mark);
    if (!counted || !str_eq(buf_str(&head->why), mark->why)) keep_why(head, mark);
    buf_put(out, buf_str(&head->bytes));
}

void mark_heads_free(MarkHeads *heads) {
    arena_free(&heads->arena);
    *heads = (MarkHeads){0};
}

// ----

static void put_rest(Buf *out, const Mark *mark, MarkHeads *heads) {
    put_awaits(out, mark->awaits);
    if (mark->quotes.is_packed || mark->quotes.len)
        put_evidence(out, mark, heads);
    else
        buf_text(out, ",\"evidence\":[]}");
}

void record_put_mark(Buf *out, const Mark *mark) {
    put_head(out, mark);
    put_rest(out, mark, NULL);
}

// Of all turns that the card has, by number.
static void forget_turns(MarkHeads *heads, const Scorecard *card) {
    size_t count = card->said_from + card->said.len;
    heads->turns.len = 0;
    while (heads->turns.len < count)
        *vec_push(&heads->arena, &heads->turns) = (TurnHead){0};
}

static void put_marks(Buf *out, const Scorecard *card, MarkHeads *heads) {
    if (heads) forget_turns(heads, card);
    json_next(out, STR(",\"marks\":["));
    for (size_t i = 0; i < card->marks.len; i++) {
        const Mark *mark = &card->marks.items[i];
        json_next(out, STR(","));
        if (heads)
            put_known_head(out, heads, i, mark);
        else
            put_head(out, mark);
        put_rest(out, mark, heads);
    }
    buf_byte(out, ']');
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

// ["customer",8100,"Hello?"]: turns are many, and have short names.
static void put_turn(Buf *out, const Said *said) {
    Str role = role_name(said->role);
    json_next(out, STR(","));
    char *at = buf_room(out, sizeof "[\"\",," + role.len + ROOM_INT);
    at = room_str(room_text(at, "[\""), role);
    at = room_ms(room_text(at, "\","), said->at_ms);
    buf_end(out, room_text(at, ","));
    buf_json(out, said->text);
    buf_byte(out, ']');
}

static void put_said(Buf *out, const Scorecard *card) {
    if (!card->said.len) return;
    if (card->said_from > 1) json_put_int(out, KEY("said_from"), card->said_from);
    json_next(out, STR(",\"said\":["));
    vec_each(const Said, said, &card->said) put_turn(out, said);
    buf_byte(out, ']');
}

void record_put_again(Buf *out, const Scorecard *card, MarkHeads *heads) {
    size_t from = out->len;
    if (heads) buf_room(out, heads->len + heads->len / 4);
    buf_byte(out, '{');
    put_call(out, card);
    put_scores(out, card);
    put_principles(out, card, heads);
    put_marks(out, card, heads);
    put_measures(out, card);
    if (card->told.len)
        JSON_PUT_OBJECTS(out, KEY("told"), ToldPromise, &card->told, put_told);
    put_said(out, card);
    json_put_texts(out, KEY("problems"), card->problems.items, card->problems.len);
    buf_text(out, "}\n");
    if (heads) heads->len = out->len - from;
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
