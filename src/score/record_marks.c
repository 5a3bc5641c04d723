#include "score/record_marks.h"

#include "base/json_out.h"
#include "score/record_quotes.h"

#define NO_QUOTES STR(",\"evidence\":[]}")

static void put_given(Buf *out, const Mark *mark) {
    buf_byte(out, '{');
    json_put_text(out, KEY("criterion"), mark->criterion);
    json_put_text(out, KEY("principle"), mark->principle);
    json_put_text(out, KEY("verdict"), verdict_name(mark->verdict));
    json_put_trimmed(out, KEY("points"), mark->points);
    json_put_trimmed(out, KEY("weight"), mark->weight);
}

static void put_counted(Buf *out, const Mark *mark) {
    enum { NAMES = sizeof ",\"applied\":,\"share\":,\"counted\":false,\"why\":" };
    char *at = buf_room(out, 2 * ROOM_DECIMAL + NAMES);
    at = room_decimal(room_text(at, ",\"applied\":"), mark->applied, 1);
    at = room_decimal(room_text(at, ",\"share\":"), mark->share, 2);
    at = room_text(room_text(at, ",\"counted\":"), mark->uncounted ? "false" : "true");
    buf_end(out, room_text(at, ",\"why\":"));
    buf_json(out, mark->why);
}

static void put_awaits(Buf *out, const AwaitedPromise *awaits) {
    json_next(out, KEY("awaits"));
    buf_byte(out, '{');
    json_put_text(out, KEY("promise"), awaits->promise);
    json_put_int(out, KEY("within_ms"), awaits->within_ms);
    json_put_text(out, KEY("if_kept"), verdict_name(awaits->if_kept));
    json_put_text(out, KEY("if_broken"), verdict_name(awaits->if_broken));
    buf_byte(out, '}');
}

static bool has_quotes(const Mark *mark) {
    return mark->quotes.is_packed || mark->quotes.len;
}

static void put_rest(Buf *out, const Mark *mark, const RecordMemo *memo) {
    if (mark->awaits) put_awaits(out, mark->awaits);
    if (has_quotes(mark)) {
        buf_put(out, KEY("evidence"));
        record_put_quotes(out, mark, memo);
        buf_byte(out, '}');
    } else {
        buf_put(out, NO_QUOTES);
    }
}

void record_put_mark(Buf *out, const Mark *mark) {
    put_given(out, mark);
    put_counted(out, mark);
    put_rest(out, mark, NULL);
}

// ---- Heads of marks again

static bool is_known(const MarkHead *head, const Mark *mark) {
    return head->criterion == mark->criterion.ptr && head->applied == mark->applied &&
           head->share == mark->share && head->uncounted == mark->uncounted &&
           str_eq(buf_str(&head->why), mark->why);
}

static void keep_given(MarkHead *head, const Mark *mark) {
    head->bytes.len = 0;
    buf_byte(&head->bytes, ',');
    put_given(&head->bytes, mark);
    head->given = head->bytes.len;
    head->criterion = mark->criterion.ptr;
}

__attribute__((noinline)) static void keep_head(MarkHead *head, const Mark *mark) {
    Buf *bytes = &head->bytes;
    if (head->criterion != mark->criterion.ptr) keep_given(head, mark);
    head->applied = mark->applied;
    head->share = mark->share;
    head->uncounted = mark->uncounted;
    head->why.len = 0;
    buf_put(&head->why, mark->why);
    bytes->len = head->given;
    put_counted(bytes, mark);
    buf_put(bytes, NO_QUOTES);
}

static void put_again(Buf *out, const Mark *mark, MarkHead *head, RecordMemo *memo) {
    if (!is_known(head, mark)) keep_head(head, mark);
    buf_put(out, buf_str(&head->bytes));
    if (!has_quotes(mark) && !mark->awaits) return;
    out->len -= NO_QUOTES.len;
    put_rest(out, mark, memo);
}

static void put_all_again(Buf *out, const Scorecard *card, RecordMemo *memo) {
    Arena *arena = &memo->arena;
    while (memo->marks.len < card->marks.len * VERDICT_COUNT)
        *vec_push(arena, &memo->marks) =
            (MarkHead){.why.arena = arena, .bytes.arena = arena};
    MarkHead *heads = memo->marks.items;
    vec_each(const Mark, mark, &card->marks) {
        put_again(out, mark, &heads[mark->verdict], memo);
        heads += VERDICT_COUNT;
    }
}

void record_put_marks(Buf *out, const Scorecard *card, RecordMemo *memo) {
    buf_text(out, ",\"marks\":");
    size_t from = out->len;
    if (memo) put_all_again(out, card, memo);
    for (size_t i = 0; !memo && i < card->marks.len; i++) {
        buf_byte(out, ',');
        record_put_mark(out, &card->marks.items[i]);
    }
    json_close_array(out, from);
}
