// Figures and errors as text for a person; shares in percent.
#include "cli/accuracy_view.h"

enum { SHARE_WIDTH = 18 }; // "100.0 (99.9-100.0)"

static void put_share(Buf *out, Proportion share, int width) {
    Str text = STR("-");
    if (share.known)
        text = str_format(out->arena, "%.1f (%.1f-%.1f)", share.value * 100,
                          share.low * 100, share.high * 100);
    buf_format(out, "  %-*.*s", width, STR_ARG(text));
}

static void put_count(Buf *out, uint64_t count, int width) {
    buf_format(out, " %*llu", width, (unsigned long long)count);
}

static int name_width(const AccuracyView *view) {
    size_t width = sizeof "detector" - 1;
    vec_each(const Figure, figure, &view->detectors)
        if (figure->name.len > width) width = figure->name.len;
    vec_each(const Figure, figure, &view->labels)
        if (figure->name.len > width) width = figure->name.len;
    return (int)width;
}

static void put_scope(Buf *out, const AccuracyView *view) {
    buf_format(out, "%llu turn%s of %llu dialogue%s", (unsigned long long)view->turns,
               view->turns == 1 ? "" : "s", (unsigned long long)view->dialogues,
               view->dialogues == 1 ? "" : "s");
    if (view->part.of)
        buf_format(out, ", part %u of %u", view->part.number, view->part.of);
    buf_text(out, "\n\n");
}

static void put_against(Buf *out, const Texts *names) {
    vec_each(const Str, name, names)
        buf_format(out, "%s%.*s", name == names->items ? "" : ", ", STR_ARG(*name));
}

static void put_figures(Buf *out, const Figures *figures, Macro macro, const char *what,
                        const char *against, int width) {
    buf_format(out,
               "%-*s   turns positives   found    true unknown  %-*s  %-*s  %-*s  %s\n",
               width, what, SHARE_WIDTH, "precision", SHARE_WIDTH, "recall", SHARE_WIDTH,
               "F1", against);
    vec_each(const Figure, figure, figures) {
        const Confusion *seen = figure->seen;
        buf_format(out, "%-*.*s", width, STR_ARG(figure->name));
        put_count(out, seen->turns, 7);
        put_count(out, seen->positives, 9);
        put_count(out, seen->found, 7);
        put_count(out, seen->true_positives, 7);
        put_count(out, seen->unknown, 7);
        put_share(out, confusion_precision(seen), SHARE_WIDTH);
        put_share(out, confusion_recall(seen), SHARE_WIDTH);
        put_share(out, confusion_f1(seen), SHARE_WIDTH);
        buf_text(out, "  ");
        put_against(out, &figure->against);
        buf_byte(out, '\n');
    }
    if (macro.of)
        buf_format(out, "macro F1 %.1f, the mean of %u %s%s\n", macro.f1 * 100, macro.of,
                   what, macro.of == 1 ? "" : "s");
}

static void put_error(Buf *out, const AccuracyView *view, const AccuracyError *error) {
    bool alarm = error->type == FALSE_ALARM;
    Str name = view->rubric->detectors.items[error->detector].name;
    Str before = str_slice(error->text, 0, error->start);
    Str words = str_slice(error->text, error->start, error->end);
    Str after = str_slice(error->text, error->end, error->text.len);
    buf_format(out, "%.*s:%u: %.*s: %s: %.*s:%u: %.*s", STR_ARG(error->place.path),
               error->place.line, STR_ARG(name), error_name(error->type),
               STR_ARG(error->call), error->turn + 1, STR_ARG(role_name(error->role)));
    if (error->labels.len) buf_format(out, " (%.*s)", STR_ARG(error->labels));
    buf_format(out, ": %.*s%s%.*s%s%.*s\n", STR_ARG(before), alarm ? "[" : "",
               STR_ARG(words), alarm ? "]" : "", STR_ARG(after));
}

void accuracy_put_text(Buf *out, const AccuracyView *view) {
    int width = name_width(view);
    put_scope(out, view);
    put_figures(out, &view->detectors, view->detector_macro, "detector", "labels", width);
    buf_byte(out, '\n');
    put_figures(out, &view->labels, view->label_macro, "label", "detectors", width);
    if (view->errors.len) buf_byte(out, '\n');
    vec_each(const AccuracyError *const, error, &view->errors)
        put_error(out, view, *error);
}
