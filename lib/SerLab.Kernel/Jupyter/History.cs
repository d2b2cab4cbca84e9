using System.IO.Enumeration;
using System.Text.Json.Nodes;

namespace SerLab.Kernel.Jupyter;

/// <summary>The cells run so far, as clients ask for them: the last ones, a range, or by a pattern.</summary>
internal sealed class History
{
    private const int Session = 1;

    private readonly List<(int Line, string Code)> _cells = [];

    public void Add(int line, string code) => _cells.Add((line, code));

    public JsonArray Answer(JsonObject request)
    {
        var chosen = request["hist_access_type"]?.ToString() switch
        {
            "range" => Range(request["start"], request["stop"]),
            "search" => Last(Matching(request["pattern"]?.ToString() ?? "*", request["unique"]), request["n"]),
            _ => Last(_cells, request["n"]),
        };
        var withOutput = request["output"]?.GetValue<bool>() ?? false;
        return [.. chosen.Select(one => new JsonArray(Session, one.Line, Entry(one.Code)))];

        JsonNode Entry(string code) => withOutput ? new JsonArray(code, null) : code;
    }

    private IEnumerable<(int Line, string Code)> Range(JsonNode? start, JsonNode? stop)
    {
        var (from, to) = (start?.GetValue<int>() ?? 1, stop?.GetValue<int>() ?? int.MaxValue);
        return _cells.Where(one => one.Line >= from && one.Line < to);
    }

    private IEnumerable<(int Line, string Code)> Matching(string pattern, JsonNode? unique)
    {
        var found = _cells.Where(one => FileSystemName.MatchesSimpleExpression(pattern, one.Code, ignoreCase: false));
        return unique?.GetValue<bool>() is true ? found.GroupBy(one => one.Code).Select(same => same.Last()) : found;
    }

    private static IEnumerable<(int Line, string Code)> Last(
        IEnumerable<(int Line, string Code)> cells, JsonNode? count)
        => count is null ? cells : cells.TakeLast(count.GetValue<int>());
}
