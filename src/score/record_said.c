#include "score/record_said.h"

#include "base/json_out.h"

// ,["customer",8100,"Hello?"]: turns are many, and have short names.
static void put_turn(Buf *out, const Said *said) {
    Str role = role_name(said->role);
    char *at = buf_room(out, sizeof ",[\"\",," + role.len + ROOM_INT);
    at = room_str(room_text(at, ",[\""), role);
    at = room_ms(room_text(at, "\","), said->at_ms);
    buf_end(out, room_text(at, ","));
    buf_json(out, said->text);
    buf_byte(out, ']');
}

// ---- Turns that quotes are copied from

// So many are known of a card, in so much room: what is said beyond it is written again
// in each quote.
enum { TURNS_KNOWN = 1024, SAID_ROOM = 128 << 10 };
// Of a turn beside its text, each byte of which may take ESCAPED; and what is read
// behind.
enum { ESCAPED = 6, TURN_MOST = SHORT + ROOM_INT + JSON_ROOM + SHORT };

static void open_memo(RecordMemo *memo) {
    Arena *arena = &memo->arena;
    for (Role role = 0; role < ROLE_COUNT; role++) {
        Str name = role_name(role);
        Str says = str_format(arena, ",[\"%.*s\",", STR_ARG(name));
        Str quote = str_format(arena, ",\"role\":\"%.*s\",\"at_ms\":", STR_ARG(name));
        memo->said_by[role] = short_copy(arena, says);
        memo->quote_of[role] = short_copy(arena, quote);
    }
    memo->said = (Buf){.arena = arena};
    buf_room(&memo->said, SAID_ROOM);
    vec_reserve(arena, &memo->turns, TURNS_KNOWN);
}

// 3,"role":"customer","at_ms":8100,"start":
static inline void put_head(TurnHead *turn, uint32_t number, Str quote_of, Str at_ms) {
    char *at = room_short(room_int(turn->head, number), quote_of);
    at = room_text(room_short(at, at_ms), ",\"start\":");
    turn->head_len = (uint32_t)(at - turn->head);
}

// What is no JSON as it is, at `at`; gives where it ends.
__attribute__((noinline)) static char *put_escaped(Buf *out, const char *at, Str text) {
    buf_end(out, at);
    buf_json(out, text);
    return out->ptr + out->len;
}

// As put_turn.
static inline char *hear_turn(RecordMemo *memo, const Said *said, TurnHead *turn,
                              char *at) {
    char *time = room_short(at, memo->said_by[said->role]);
    char *text = room_ms(time, said->at_ms);
    put_head(turn, memo->said_from + (uint32_t)(turn - memo->turns.items),
             memo->quote_of[said->role], (Str){time, (size_t)(text - time)});
    *text++ = ',';
    turn->text = said->text.ptr;
    turn->said = text + 1;
    turn->len = (uint32_t)said->text.len;
    char *end = room_json(text, said->text);
    if (!end) turn->len = 0, end = put_escaped(&memo->said, text, said->text);
    *end++ = ']';
    return end;
}

void memo_hear(RecordMemo *memo, const Scorecard *card) {
    if (!memo->said.ptr) open_memo(memo);
    size_t count = card->said.len < TURNS_KNOWN ? card->said.len : TURNS_KNOWN, t = 0;
    char *at = memo->said.ptr;
    const char *room_end = at + SAID_ROOM;
    memo->said_from = card->said_from;
    for (; t < count; t++) {
        const Said *said = &card->said.items[t];
        if ((size_t)(room_end - at) / ESCAPED < said->text.len + TURN_MOST) break;
        at = hear_turn(memo, said, &memo->turns.items[t], at);
    }
    memo->turns.len = t;
    buf_end(&memo->said, at);
}

void record_put_said(Buf *out, const Scorecard *card, const RecordMemo *memo) {
    size_t known = memo ? memo->turns.len : 0;
    if (!card->said.len) return;
    if (card->said_from > 1) json_put_int(out, KEY("said_from"), card->said_from);
    buf_text(out, ",\"said\":");
    size_t from = out->len;
    if (known) buf_put(out, buf_str(&memo->said));
    for (; known < card->said.len; known++) put_turn(out, &card->said.items[known]);
    json_close_array(out, from);
}
