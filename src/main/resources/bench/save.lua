-- Saving by itself: one connection a thread, each thread with a field of its own, whose version goes up one by one as the page's would.
-- A line of the file: path, cookies, form token, field, version, and the text before and after the version's number, percent-encoded.
local threads = {}

function setup(thread)
  threads[#threads + 1] = thread
  thread:set("mine", #threads)
end

function init(args)
  local number = 0
  for line in io.lines(args[1]) do
    number = number + 1
    if number == mine then
      path, cookie, token, field, first, before, after = line:match("^(%S+)\t([^\t]*)\t([^\t]*)\t([^\t]*)\t(%d+)\t([^\t]*)\t([^\t]*)$")
    end
  end
  first = tonumber(first)
  version = first
  refused = 0
  headers = { ["Cookie"] = cookie, ["X-CSRF-TOKEN"] = token, ["Content-Type"] = "application/x-www-form-urlencoded" }
end

function request()
  return wrk.format("POST", path, headers, "field=" .. field .. "&version=" .. version .. "&value=" .. before .. (version + 1) .. after)
end

function response(status, headers, body)
  local now = tonumber(body:match('"version":(%d+)'))
  if status == 200 and now == version + 1 then version = now else refused = refused + 1 end
end

function done(summary, latency)
  local e = summary.errors
  for _, thread in ipairs(threads) do
    io.write(string.format("SAVED %d %d %d %d\n", thread:get("mine"), thread:get("first"), thread:get("version"), thread:get("refused")))
  end
  io.write(string.format("FIGURES %d %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    summary.bytes, e.status + e.connect + e.read + e.write + e.timeout))
end
