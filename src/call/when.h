// What the times of one call are worth, and the order they put its turns in.
#ifndef CALL_WHEN_H
#define CALL_WHEN_H

#include "call/call.h"
#include "call/written_time.h"

// Notes how a turn's time was written, which counts until the times are settled.
void call_note_time(Call *call, const WrittenTime *time, const TimeStyle *style);
// The same of the call's start.
void call_note_start(Call *call, const WrittenTime *time);

// No turn has a time any more.
void call_forget_times(Call *call);

// Judges the turns' times, puts the turns in their order, and makes the times relative
// (times.h). Gives in words why they are not to be relied on, or {0}: then no turn has a
// time any more and the turns stand as they did.
//
// Times of a day go on past midnight, by 24 hours or, where no hour is above 12, by 12:
// of the ways to read them as going up or down throughout, the one that takes least time
// holds. Local times that go back by an hour at most, in the first three hours of a
// Sunday when clocks are put back, are in the hour that comes twice; where they may have
// been put forward between two turns, that time is not known.
//
// Times that only go down are turned round. Where some go up and some down, turns are put
// in the order of their times when these are since 1970, when none goes back by more than
// a minute (people talk at once) or to where the call began, when each speaker's stand
// together, or when a quarter of all go back (the rows were shuffled); else it is
// doubtful whether a second call has begun or a time is wrong.
//
// Doubtful as well are times of a turn that would last over a minute a word (the median
// of three or more), a call counted from its start that lasts over a day, three or more
// turns of several speakers, with ten words, at one and the same time, dates without a
// time of day, and moments with a zone among others without, a quarter of an hour apart
// or more.
Str call_settle_times(Arena *arena, Call *call);

#endif
