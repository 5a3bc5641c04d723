#include "report/problems.h"

#include "report/words.h"

static void put_number(Buf *out, uint32_t number) {
    if (number) buf_int(out, number);
    buf_byte(out, ',');
}

void problems_put(Buf *out, const Diags *problems) {
    Arena scratch = {0};
    buf_text(out, "file,line,column,call,reason\n");
    vec_each(const Diag, diag, &problems->items) {
        if (diag->level != DIAG_ERROR) continue;
        buf_csv(out, diag->place.path);
        buf_byte(out, ',');
        put_number(out, diag->place.line);
        put_number(out, diag->place.line ? diag->place.col : 0);
        buf_csv(out, diag->call);
        buf_byte(out, ',');
        buf_csv(out, diag_words(&scratch, diag));
        buf_byte(out, '\n');
    }
    arena_free(&scratch);
}
