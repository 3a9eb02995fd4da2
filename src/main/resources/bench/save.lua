-- Saving by itself: each connection has a field of its own in the air, whose version goes up one by one as the page's would.
-- A line of the file: path, cookies, form token, field, version, the count of its text, and the text before and after the version's
-- number, percent-encoded. An answer tells the count of what was kept, and by that whose it is: the counts of a thread's lines differ.
local threads = {}

function setup(thread)
  threads[#threads + 1] = thread
  thread:set("mine", #threads)
end

function init(args)
  local of = tonumber(args[2])
  local number = 0
  counted = {}
  idle = {}
  lines = 0
  refused = 0
  for line in io.lines(args[1]) do
    number = number + 1
    if number % of == mine % of then
      local path, cookie, token, field, first, count, before, after =
        line:match("^(%S+)\t([^\t]*)\t([^\t]*)\t([^\t]*)\t(%d+)\t(%d+)\t([^\t]*)\t([^\t]*)$")
      lines = lines + 1
      local own = { path = path, field = field, version = tonumber(first), before = before, after = after, place = "last" .. lines,
        headers = { ["Cookie"] = cookie, ["X-CSRF-TOKEN"] = token, ["Content-Type"] = "application/x-www-form-urlencoded" } }
      counted[count] = own
      idle[lines] = own
      _G["number" .. lines] = number
      _G["first" .. lines] = own.version
      _G[own.place] = own.version
    end
  end
  from, to = 1, lines
  -- wrk asks the first thread for a request that it never sends
  trial = mine == 1
end

function request()
  local own = idle[from]
  if trial then trial = false else
    idle[from] = nil
    from = from + 1
  end
  return wrk.format("POST", own.path, own.headers, "field=" .. own.field .. "&version=" .. own.version .. "&value=" .. own.before .. (own.version + 1) .. own.after)
end

function response(status, headers, body)
  local own = counted[body:match('"count":(%d+)')]
  local now = tonumber(body:match('"version":(%d+)'))
  if status == 200 and own and now == own.version + 1 then
    own.version = now
    _G[own.place] = now
  else
    refused = refused + 1
  end
  if own then
    to = to + 1
    idle[to] = own
  end
end

function done(summary, latency)
  local e = summary.errors
  local refused = 0
  for _, thread in ipairs(threads) do
    refused = refused + thread:get("refused")
    for i = 1, thread:get("lines") do
      io.write(string.format("SAVED %d %d %d\n", thread:get("number" .. i), thread:get("first" .. i), thread:get("last" .. i)))
    end
  end
  io.write(string.format("FIGURES %d %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    summary.bytes, refused + e.status + e.connect + e.read + e.write + e.timeout))
end
