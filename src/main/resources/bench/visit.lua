-- GETs: each request is the next line's, a path and its cookies. wrk … -s visit.lua URL -- FILE
local threads = 0
local requests = {}
local at = 0

function setup(thread)
  thread:set("first", threads)
  threads = threads + 1
end

function init(args)
  for line in io.lines(args[1]) do
    local path, cookie = line:match("^(%S+)\t(.*)$")
    requests[#requests + 1] = wrk.format("GET", path, { ["Cookie"] = cookie, ["Accept-Encoding"] = args[2] })
  end
  -- two threads begin at different sessions
  at = first * math.floor(#requests / 2)
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format("FIGURES %d %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    summary.bytes, e.status + e.connect + e.read + e.write + e.timeout))
end
