#include "score/table.h"

#include "score/card_value.h"

static void put_cell(Buf *out, Str cell) {
    buf_csv(out, cell);
    buf_byte(out, ',');
}

static void put_int(Buf *out, int64_t value) {
    if (value != NO_TIME) buf_int(out, value);
    buf_byte(out, ',');
}

static void put_score(Buf *out, int32_t score) {
    if (score != NO_SCORE) buf_decimal(out, score, 1);
    buf_byte(out, ',');
}

static void put_value(Buf *out, int64_t thousandths) {
    if (thousandths != NO_VALUE) buf_trimmed(out, thousandths);
    buf_byte(out, ',');
}

static void end_row(Buf *out) { out->ptr[out->len - 1] = '\n'; }

static void put_started(Buf *out, int64_t started_at) {
    Arena scratch = {0};
    put_cell(out, started_at == NO_TIME ? (Str){0} : date_format(&scratch, started_at));
    arena_free(&scratch);
}

static void put_joined(Buf *out, const Texts *texts) {
    Arena scratch = {0};
    Buf joined = {.arena = &scratch};
    vec_each(const Str, text, texts) {
        if (joined.len) buf_text(&joined, "; ");
        buf_put(&joined, *text);
    }
    put_cell(out, buf_str(&joined));
    arena_free(&scratch);
}

// The columns that every table begins with.
static void put_call(Buf *out, const Scorecard *card) {
    const Str texts[] = {card->call, card->agent, card->agent_name, card->team,
                         card->channel};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) put_cell(out, texts[i]);
    put_started(out, card->started_at);
    put_cell(out, card->customer);
}

void table_put_header(Buf *out, const Rubric *rubric) {
    buf_text(
        out,
        "call,agent,agent_name,team,channel,started_at,customer,turns,agent_words,"
        "duration_ms,rubric,rubric_version,rubric_hash,score,compensatory,band,flags,");
    vec_each(const Principle, principle, &rubric->principles)
        put_cell(out, principle->id);
    vec_each(const Criterion, criterion, &rubric->criteria) {
        if (!criterion->observable) continue;
        buf_put(out, rubric->principles.items[criterion->principle].id);
        buf_byte(out, '.');
        put_cell(out, criterion->id);
    }
    buf_text(out, "wait_ms,first_reply_ms,max_reply_ms,");
    vec_each(const Measure, measure, &rubric->measures)
        if (measure_is_kept(rubric, measure)) put_cell(out, measure->of_text);
    buf_text(out, "problems\n");
}

void table_put(Buf *out, const Scorecard *card) {
    put_call(out, card);
    put_int(out, card->turns);
    put_int(out, card->agent_words);
    put_int(out, card->duration_ms);
    put_cell(out, card->rubric);
    put_cell(out, card->rubric_version);
    put_cell(out, card->rubric_hash);
    put_score(out, card->score);
    put_score(out, card->compensatory);
    put_cell(out, card->band);
    put_joined(out, &card->flags);
    vec_each(const PrincipleScore, item, &card->principles) put_score(out, item->score);
    vec_each(const Mark, mark, &card->marks) put_cell(out, verdict_name(mark->verdict));
    put_int(out, card->wait_ms);
    put_int(out, card->first_reply_ms);
    put_int(out, card->max_reply_ms);
    vec_each(const CardValue, item, &card->values) put_value(out, item->value);
    put_joined(out, &card->problems);
    end_row(out);
}

void scores_put_header(Buf *out) {
    buf_text(out,
             "call,agent,agent_name,team,channel,started_at,customer,score,band,flags,"
             "principle,principle_score,weight,applied,floor\n");
}

static void put_score_row(Buf *out, const Scorecard *card, const PrincipleScore *item) {
    put_call(out, card);
    put_score(out, card->score);
    put_cell(out, card->band);
    put_joined(out, &card->flags);
    put_cell(out, item->id);
    put_score(out, item->score);
    buf_trimmed(out, item->weight);
    buf_byte(out, ',');
    put_score(out, item->applied);
    put_score(out, item->floor);
    end_row(out);
}

void scores_put(Buf *out, const Scorecard *card) {
    vec_each(const PrincipleScore, item, &card->principles)
        put_score_row(out, card, item);
}
