A chat of WhatsApp, captions in SBV and a table of Excel's, each broken in six ways: what cannot be read is
named with line and column, what is read is what stands there, and a good file beside them is read.

  $ cat >break.py <<'END'
  > import os
  > samples = os.environ["ROOT"] + "/samples/formats/"
  > good = {"chat.txt": "whatsapp.txt", "cues.sbv": "captions.sbv", "table.csv": "excel.csv"}
  > good = {name: open(samples + path, "rb").read() for name, path in good.items()}
  > kinds = {
  >     "empty": lambda name, text: b"",
  >     "cut": lambda name, text: text[: len(text) * 2 // 3],
  >     "binary": lambda name, text: bytes(range(256)) * 20,
  >     "encoding": lambda name, text: text.decode().replace("Th", "Thé ").encode("latin-1"),
  >     "wrong-type": lambda name, text: good["cues.sbv" if name == "chat.txt" else "chat.txt"],
  >     "huge-line": lambda name, text: text + b"x" * (8 << 20),
  > }
  > for kind, broken in kinds.items():
  >     os.makedirs(kind)
  >     for name, text in good.items():
  >         with open(f"{kind}/{name}", "wb") as file:
  >             file.write(broken(name, text))
  > END
  $ python3 break.py
  $ forced() { case $1 in *.txt) echo whatsapp ;; *.sbv) echo srt ;; *) echo csv ;; esac; }
  $ for kind in empty cut binary encoding wrong-type huge-line; do
  >     for file in "$kind"/*; do
  >         callmark convert -q --from "$(forced "$file")" "$file" >calls 2>said
  >         echo "$file: status $?, $(wc -l <calls) calls"
  >         cut -c 1-100 said
  >     done
  > done
  empty/chat.txt: status 65, 0 calls
  empty/chat.txt:1:1: error: empty file
  empty/cues.sbv: status 65, 0 calls
  empty/cues.sbv:1:1: error: empty file
  empty/table.csv: status 65, 0 calls
  empty/table.csv:1:1: error: empty file
  cut/chat.txt: status 0, 1 calls
  cut/cues.sbv: status 65, 1 calls
  cut/cues.sbv:5:12: error: bad time '' (expected hh:mm:ss.mmm --> hh:mm:ss.mmm)
  cut/table.csv: status 65, 1 calls
  cut/table.csv:4:5: error: row of 1 cells under a header of 4
  binary/chat.txt: status 65, 0 calls
  binary/chat.txt:1:1: warning: bad bytes: 2580 not UTF-8 or NUL, replaced by U+FFFD
  binary/chat.txt:1:1: error: no turns: no line begins with a date
  binary/cues.sbv: status 65, 0 calls
  binary/cues.sbv:1:1: warning: bad bytes: 2580 not UTF-8 or NUL, replaced by U+FFFD
  binary/cues.sbv:1:1: error: no cues: no line 'hh:mm:ss.mmm --> hh:mm:ss.mmm'
  binary/table.csv: status 65, 0 calls
  binary/table.csv:1:1: error: no known column names in the first line, which must be a header
  encoding/chat.txt: status 0, 1 calls
  encoding/cues.sbv: status 0, 1 calls
  encoding/table.csv: status 0, 1 calls
  wrong-type/chat.txt: status 65, 0 calls
  wrong-type/chat.txt:1:1: error: no turns: no line begins with a date
  wrong-type/cues.sbv: status 65, 0 calls
  wrong-type/cues.sbv:1:1: error: no cues: no line 'hh:mm:ss.mmm --> hh:mm:ss.mmm'
  wrong-type/table.csv: status 65, 0 calls
  wrong-type/table.csv:1:1: error: no known column names in the first line, which must be a header
  huge-line/chat.txt: status 65, 0 calls
  huge-line/chat.txt:6:1: error: turn longer than 8 MiB
  huge-line/cues.sbv: status 65, 0 calls
  huge-line/cues.sbv:6:1: error: turn longer than 8 MiB
  huge-line/table.csv: status 65, 1 calls
  huge-line/table.csv:5:8388609: error: row of 1 cells under a header of 4

A good file stands beside them:

  $ for kind in empty cut binary encoding wrong-type huge-line; do
  >     cp "$ROOT/samples/formats/zoom.vtt" "$kind/good.vtt"
  >     callmark convert -q "$kind" 2>/dev/null | grep -c '"call":"good"'
  >     rm "$kind/good.vtt"
  > done
  1
  1
  1
  1
  1
  1

A text in another encoding is read as it was meant:

  $ callmark show --stage turns encoding/chat.txt
     1    0:00  system    Messages and calls are end-to-end encrypted.
     2    2:00  customer  Is my order on its way? It was for today.
     3    5:00  agent     I am sorry: it left this evening.
     4 10:36:00  customer  It is here, thank you!
  $ callmark show --stage turns cut/cues.sbv
  cut/cues.sbv:5:12: error: bad time '' (expected hh:mm:ss.mmm --> hh:mm:ss.mmm)
     1    0:00  agent     Harbour Water, this is Priya. What can I do for you?

As what they are, without --from:

  $ for file in binary/* wrong-type/*; do
  >     callmark convert -q "$file" 2>&1 | cut -c 1-80 | head -1
  > done
  binary/chat.txt:1:1: error: not a transcript (binary)
  binary/cues.sbv:1:1: error: not a transcript (binary)
  binary/table.csv:1:1: error: no known column names in the first line, which must
  {"call":"chat","fields":{},"turns":[{"role":"agent","speaker":"Agent","start_ms"
  {"call":"cues","channel":"chat","started_at":"2025-12-31T22:29:00Z","fields":{},
  {"call":"table","channel":"chat","started_at":"2025-12-31T22:29:00Z","fields":{}
