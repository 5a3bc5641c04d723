#include "cli/judging_table.h"

#include "base/listing.h"

// Nothing is quoted in a table of labels, so neither a tab nor the end of a line can
// stand in a cell.
static void put_cell(Buf *out, Str text) {
    for (size_t i = 0; i < text.len; i++) {
        char byte = text.ptr[i];
        buf_byte(out, byte == '\t' || byte == '\n' || byte == '\r' ? ' ' : byte);
    }
}

void labels_put_header(Buf *out) {
    buf_text(out, "dialogue\tturn\trole\tlabels\ttext\tagent\n");
}

void labels_put_call(Buf *out, const Call *call) {
    for (size_t t = 0; t < call->turns.len; t++) {
        const Turn *turn = &call->turns.items[t];
        put_cell(out, call->id);
        buf_format(out, "\t%zu\t%.*s\t", t + 1, STR_ARG(role_name(turn->role)));
        put_cell(out, turn->labels);
        buf_byte(out, '\t');
        put_cell(out, turn->text);
        buf_byte(out, '\t');
        put_cell(out, call->agent);
        buf_byte(out, '\n');
    }
}

typedef struct {
    Str call, criterion, ask, reader, verdict, turn;
} VerdictRow;

static const ListColumn VERDICT_COLUMNS[] = {
    {"call", LIST_TEXT, offsetof(VerdictRow, call)},
    {"criterion", LIST_TEXT, offsetof(VerdictRow, criterion)},
    {"ask", LIST_TEXT, offsetof(VerdictRow, ask)},
    {"reader", LIST_TEXT, offsetof(VerdictRow, reader)},
    {"verdict", LIST_TEXT, offsetof(VerdictRow, verdict)},
    {"turn", LIST_TEXT, offsetof(VerdictRow, turn)},
    {0},
};

void verdicts_put_header(Buf *out) { list_put_header(out, VERDICT_COLUMNS); }

void verdicts_put_call(Buf *out, const Rubric *rubric, const Call *call) {
    vec_each(const Criterion, criterion, &rubric->criteria)
        if (criterion->observable)
            list_put_csv(out, VERDICT_COLUMNS,
                         &(VerdictRow){.call = call->id,
                                       .criterion = criterion->id,
                                       .ask = criterion->ask});
}
