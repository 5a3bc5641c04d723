#include "cli/agreement_view.h"

#include "base/file.h"
#include "base/json_out.h"
#include "cli/quality_rest.h"

#include <math.h>

// ---- For people

typedef struct {
    uint32_t criteria, occasions, seen, decided, shared, accusations, false_accusations;
    double kappas;
} Total;

static void put_kappa(Buf *out, Kappa kappa, bool bounds) {
    if (!kappa.known)
        buf_format(out, " %*s", bounds ? 17 : 6, "-");
    else if (bounds)
        buf_format(out, " %5.2f (%.2f-%.2f)", kappa.value, kappa.low, kappa.high);
    else
        buf_format(out, " %6.2f", kappa.value);
}

static void put_percent(Buf *out, Proportion share, bool bounds) {
    if (!share.known)
        buf_format(out, " %6s", "-");
    else if (bounds)
        buf_format(out, " %6.1f (%.1f-%.1f)", share.value * 100, share.low * 100,
                   share.high * 100);
    else
        buf_format(out, " %6.1f", share.value * 100);
}

static void put_criterion(Buf *out, Str id, const Agreement *agreement, int width) {
    buf_format(out, "%-*.*s %6u", width, STR_ARG(id), agreement->occasions);
    put_percent(out, proportion_of(agreement->seen, agreement->occasions), false);
    put_percent(out, proportion_of(agreement->real, agreement->decided), false);
    put_kappa(out, agreement->machine, true);
    put_kappa(out, agreement->readers, false);
    buf_format(out, " %8u %6u", agreement->accusations, agreement->false_accusations);
    put_percent(out, proportion_of(agreement->false_accusations, agreement->accusations),
                true);
    if (agreement->alpha.known) buf_format(out, "  alpha %.2f", agreement->alpha.value);
    buf_byte(out, '\n');
}

// Criteria with fewer occasions are shown, and say too little for the mean.
enum { OCCASIONS_LEAST = 5 };

static void add_total(Total *total, const Agreement *agreement) {
    total->occasions += agreement->occasions;
    total->seen += agreement->seen;
    total->decided += agreement->decided;
    total->shared += agreement->shared;
    total->accusations += agreement->accusations;
    total->false_accusations += agreement->false_accusations;
    if (agreement->occasions < OCCASIONS_LEAST || !agreement->machine.known) return;
    total->criteria++;
    total->kappas += agreement->machine.value;
}

static void put_total(Buf *out, const Total *total) {
    buf_byte(out, '\n');
    if (total->criteria)
        buf_format(out, "mean kappa %.2f, over %u criteria with %d occasions or more\n",
                   total->kappas / total->criteria, total->criteria, OCCASIONS_LEAST);
    buf_text(out, "% of occasions decided:");
    put_percent(out, proportion_of(total->seen, total->occasions), true);
    buf_text(out, "\n% of decided verdicts that some reader shares:");
    put_percent(out, proportion_of(total->shared, total->decided), true);
    buf_text(out, "\n% of 'not met' that no reader shares:");
    put_percent(out, proportion_of(total->false_accusations, total->accusations), true);
    buf_byte(out, '\n');
}

// Of few calls a fifth is next to nothing.
static void put_lowest(Buf *out, const LowestFifth *lowest) {
    enum { CALLS_LEAST = 20 };
    if (lowest->calls < CALLS_LEAST) return;
    buf_format(out,
               "lowest fifth of %u calls: %u by the machine, %u by the readers, %u by "
               "both\n%% of the machine's that are the readers' as well (precision):",
               lowest->calls, lowest->machine, lowest->readers, lowest->both);
    put_percent(out, proportion_of(lowest->both, lowest->machine), true);
    buf_text(out, "\n% of the readers' that are the machine's as well (recall):");
    put_percent(out, proportion_of(lowest->both, lowest->readers), true);
    buf_byte(out, '\n');
}

static int name_width(const Rubric *rubric) {
    size_t width = sizeof "criterion" - 1;
    vec_each(const Criterion, criterion, &rubric->criteria)
        if (criterion->id.len > width) width = criterion->id.len;
    return (int)width;
}

void agreement_put_text(Buf *out, const AgreementView *view) {
    const Rubric *rubric = view->rubric;
    int width = name_width(rubric);
    Total total = {0};
    buf_format(out, "%zu call%s, %u reader%s\n\n", view->calls,
               view->calls == 1 ? "" : "s", view->readers, view->readers == 1 ? "" : "s");
    buf_format(out, "%-*s %6s %6s %6s %17s %6s %8s %6s %6s\n", width, "criterion",
               "occas.", "seen%", "right%", "kappa", "people", "not met", "false",
               "false%");
    for (size_t c = 0; c < rubric->criteria.len; c++) {
        const Agreement *agreement = &view->criteria[c];
        if (!agreement->cases) continue;
        put_criterion(out, rubric->criteria.items[c].id, agreement, width);
        add_total(&total, agreement);
    }
    put_total(out, &total);
    put_lowest(out, &view->lowest);
    if (view->errors.len) buf_format(out, "\n%.*s", STR_ARG(view->errors));
}

// ---- The quality file

static void put_figure(Buf *out, double figure) {
    json_put_decimal(out, STR(", "), llround(figure * 1000), 3);
}

// [value, low, high]; an interval that a bootstrap drew beside the value is stretched to
// it.
static void put_triple(Buf *out, const char *name, double value, double low,
                       double high) {
    buf_format(out, "    %s: [", name);
    put_figure(out, value);
    put_figure(out, fmin(low, value));
    put_figure(out, fmax(high, value));
    buf_text(out, "]\n");
}

static void put_kappas(Buf *out, const Agreement *agreement) {
    const Kappa *machine = &agreement->machine;
    if (machine->known)
        put_triple(out, "kappa", machine->value, machine->low, machine->high);
    if (agreement->readers.known)
        buf_format(out, "    readers_kappa: %.3f\n", agreement->readers.value);
    if (agreement->alpha.known)
        buf_format(out, "    readers_alpha: %.3f\n", agreement->alpha.value);
}

static void put_figures(Buf *out, Str id, const Agreement *agreement) {
    Proportion false_share =
        proportion_of(agreement->false_accusations, agreement->accusations);
    buf_format(out, "  %.*s:\n    calls: %u\n    occasions: %u\n    seen: %u\n",
               STR_ARG(id), agreement->cases, agreement->occasions, agreement->seen);
    put_kappas(out, agreement);
    buf_format(out, "    decided: %u\n    shared: %u\n", agreement->decided,
               agreement->shared);
    buf_format(out, "    accusations: %u\n    false_accusations: %u\n",
               agreement->accusations, agreement->false_accusations);
    if (false_share.known)
        put_triple(out, "false_share", false_share.value, false_share.low,
                   false_share.high);
}

void agreement_put_quality(Buf *out, const AgreementView *view) {
    Texts names = {0};
    vec_each(const Str, file, &view->files)
        *vec_push(out->arena, &names) = path_base(*file);
    buf_text(out, "# How far verdicts agree with those of readers; written by 'callmark "
                  "agree'.\njudged:\n");
    buf_format(out, "  rubric: %.*s\n  hash: \"%s\"\n  readers: %.*s\n  count: %u\n",
               STR_ARG(view->rubric->id), view->rubric->hash, STR_ARG(view->kind),
               view->readers);
    buf_format(out, "  unread: %s\n  files: ", view->unread ? "yes" : "no");
    json_texts(out, names.items, names.len);
    if (view->part.of)
        buf_format(out, "\n  part: %u/%u", view->part.number, view->part.of);
    buf_format(out, "\n  calls: %zu\ncriteria:\n", view->calls);
    for (size_t c = 0; c < view->rubric->criteria.len; c++)
        if (view->criteria[c].cases)
            put_figures(out, view->rubric->criteria.items[c].id, &view->criteria[c]);
    buf_put(out,
            quality_rest(out->arena, view->rubric->path, STR("judged"), STR("criteria")));
}
