// Reply times: how long one side waits for the other.
#ifndef DETECT_RESPONSE_H
#define DETECT_RESPONSE_H

#include "detect/kind.h"

typedef struct {
    uint32_t turn; // that replied
    int64_t ms;
} ReplyTime;
typedef VEC(ReplyTime) ReplyTimes;

// The times `role` took to reply, counted only while the other side waits: from the end
// (or start, where no end is known) of the other side's last turn to the start of the
// first turn of `role` after it, 0 when they overlap. System turns neither reply nor
// wait; nor does anybody wait for an agent before his first turn after another's. Turns
// come in the order they began: a file may list one side after the other. Nor does
// anybody wait after a turn that is marked in `needs_none` (or NULL). False when a time
// that is needed is missing, be it to tell that order.
bool reply_times(const Call *call, Role role, const bool *needs_none, Arena *arena,
                 ReplyTimes *times);

#endif
