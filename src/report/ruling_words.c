#include "report/ruling_words.h"

#include "review/form.h"

Str named_words(Str name) {
    Verdict verdict;
    return verdict_named(name, &verdict) ? verdict_words(verdict) : name;
}

static Str sign_alone(Verdict verdict) {
    Str sign = verdict_sign(verdict);
    return str_slice(sign, 0, str_index(sign, 0, ' '));
}

Cell *cell_ruled(Sheet *sheet, const Review *review, Verdict machine) {
    Verdict verdict;
    if (!review || !review_overrules(review, machine))
        return cell_verdict(sheet, machine);
    review_verdict(review, &verdict);
    return cell_text(sheet, verdict_style(verdict),
                     str_format(sheet->arena, "%.*s → %.*s", STR_ARG(sign_alone(machine)),
                                STR_ARG(verdict_sign(verdict))));
}

Cell *cell_ruled_sign(Sheet *sheet, const Review *review, Verdict machine) {
    Verdict verdict;
    if (!review || !review_overrules(review, machine)) return cell_sign(sheet, machine);
    review_verdict(review, &verdict);
    return cell_text(sheet, verdict_style(verdict),
                     str_format(sheet->arena, "%.*s→%.*s", STR_ARG(sign_alone(machine)),
                                STR_ARG(sign_alone(verdict))));
}

static Str person_of(const Review *review) {
    Str name = review->decision.len ? review->decided_by : review->reviewer;
    return name.len ? name : STR("a person");
}

Str ruling_words(Arena *arena, const Review *review, Verdict machine) {
    Buf out = {.arena = arena};
    Verdict verdict;
    if (!review) return (Str){0};
    if (review_overrules(review, machine)) {
        review_verdict(review, &verdict);
        buf_format(&out, "%.*s, says %.*s", STR_ARG(verdict_words(verdict)),
                   STR_ARG(person_of(review)));
        if (review->reason.len) buf_format(&out, ": %.*s", STR_ARG(review->reason));
        buf_format(&out, " (the machine: %.*s)", STR_ARG(verdict_words(machine)));
    }
    if (review_is_open(review))
        buf_format(&out, "%sdisputed by the agent: %.*s", out.len ? "; " : "",
                   STR_ARG(review->answer_reason));
    return buf_str(&out);
}
