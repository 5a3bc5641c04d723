A folder in which every format stands beside every other, and some files are broken: all good ones are
marked, each bad one is named with its place, and with --strict nothing is written.

  $ cat >make.py <<'END'
  > import glob, os, random, sys
  > 
  > out, good, bad = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
  > samples = [f for f in sorted(glob.glob(os.environ["ROOT"] + "/samples/formats/*.json"))
  >            if "genesys" not in f] + [os.environ["ROOT"] + "/samples/text/S-0105.txt"]
  > ids = ["harbour-0302-0930", "harbour-voice-1", "harbour-chat-1", "harbour-501",
  >        "harbour-z-1", "HARBOUR1", "7001", "harbour-azure-1", "harbour-deepgram-1",
  >        "harbour-assembly-1", "riverside-0107", "019f15a6-0000-8000-8000-00000000c0de",
  >        "harbour-live-1", "harbour-pca-1", "harbour-ticket-1", "harbour-telegram-1", "harbour-connect-1"]
  > random.seed(7)
  > sample_of = lambda n: samples[n % len(samples)]
  > broken = random.sample([n for n in range(good + bad) if sample_of(n).endswith("json")], bad)
  > for n in range(good + bad):
  >     sample = sample_of(n)
  >     text = open(sample, encoding="utf-8").read()
  >     for id in ids:
  >         text = text.replace(f'"{id}"', f'"{id}-{n}"').replace(" 7001,", f" {7001 + n},")
  >     text = text.replace("/GTharbour1/", f"/GTharbour{n}/")
  >     if n in broken:
  >         half = text[:len(text) // 2]
  >         text = random.choice([half, text.replace(":", "", 1), '{"pets": 1}'])
  >     folder = f"{out}/{n % 7}"
  >     os.makedirs(folder, exist_ok=True)
  >     with open(f"{folder}/{n}-{os.path.basename(sample)}", "w", encoding="utf-8") as file:
  >         file.write(text)
  > END
  $ python3 make.py calls 400 10
  $ : >calls/0/empty.txt; printf '\0\1\2' >calls/1/noise.txt
  $ callmark report -q -o report calls 2>said
  [65]
  $ wc -l <report/scorecards.ndjson
  400
  $ grep -c ',error$' report/problems.csv
  12
Each has its line and column:

  $ grep ',error$' report/problems.csv | grep -c ',[1-9][0-9]*,[1-9][0-9]*,'
  12
  $ callmark score -q --strict -o records.ndjson calls 2>/dev/null
  [65]
  $ ls records.ndjson
  ls: cannot access 'records.ndjson': No such file or directory
  [2]
