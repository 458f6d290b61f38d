"""CPU per rule"""
import sys,time,datetime as dt
from pathlib import Path
from helpcenter.content.center import read_center
from helpcenter.checking import check as K
from helpcenter.checking.rule import Rule
tot={}
orig=Rule.__call__
def call(self,center):
    t=time.process_time_ns()
    out=list(orig(self,center))
    tot[self.name]=tot.get(self.name,0)+time.process_time_ns()-t
    return iter(out)
Rule.__call__=call
c=read_center(Path(sys.argv[1]),dt.date(2026,11,22),processes=1)
t=time.process_time_ns(); K.check(c,processes=1); a=time.process_time_ns()-t
from helpcenter.rules import ALONE
for k,v in sorted(tot.items(),key=lambda x:-x[1])[:int(sys.argv[2])]: print(f"{k:28} {v/1e6:8.1f} ms {'alone' if k in ALONE else ''}")
print("sum",sum(tot.values())/1e6,"alone",sum(v for k,v in tot.items() if k in ALONE)/1e6,"whole check",a/1e6)
