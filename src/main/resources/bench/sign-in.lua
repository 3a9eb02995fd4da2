-- Signing in: one connection a thread. A line of the file: cookies and the whole form, percent-encoded. Right is an answer that leads on.
local threads = {}

function setup(thread)
  threads[#threads + 1] = thread
  thread:set("mine", #threads)
end

function init(args)
  local lines = {}
  for line in io.lines(args[1]) do lines[#lines + 1] = line end
  local cookie, form = lines[(mine - 1) % #lines + 1]:match("^([^\t]*)\t(.*)$")
  whole = wrk.format("POST", "/sign-in", { ["Cookie"] = cookie, ["Content-Type"] = "application/x-www-form-urlencoded" }, form)
  refused = 0
end

function request()
  return whole
end

function response(status)
  if status ~= 302 then refused = refused + 1 end
end

function done(summary, latency)
  local e = summary.errors
  local wrong = e.connect + e.read + e.write + e.timeout
  for _, thread in ipairs(threads) do wrong = wrong + thread:get("refused") end
  io.write(string.format("FIGURES %d %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    summary.bytes, wrong))
end
