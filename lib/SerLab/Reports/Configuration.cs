using System.Text.Json.Nodes;
using SerLab.Files;

namespace SerLab.Reports;

/// <summary>
/// Options put together from a configuration file (JSON, any part of <see cref="ExperimentOptions"/>) and single
/// settings <c>a.b=c</c>, the later over the earlier. A key that does not exist is refused with the nearest that does.
/// </summary>
public sealed class Configuration
{
    // The keys that say which kind of thing an object is; with another kind its other keys lose their meaning.
    private static readonly string[] Kinds = ["name", "kind"];

    private JsonObject _root;

    /// <summary>Begins with options; with the defaults where they are null.</summary>
    public Configuration(ExperimentOptions? options = null) => _root = Tree(options ?? new());

    /// <summary>Begins with the options of a file.</summary>
    /// <exception cref="BadFileException">The file cannot be read, or is no such configuration.</exception>
    public Configuration(string file)
        : this(Json.Read<ExperimentOptions>(file))
    {
    }

    /// <summary>The options put together so far.</summary>
    public ExperimentOptions Options => Json.Parse<ExperimentOptions>(_root.ToJsonString(), "options");

    /// <summary>Changes one setting.</summary>
    /// <param name="setting">
    /// <c>key=value</c>, the key with dots where it lies deeper: <c>training.batch=8</c>, <c>model.name=mlp</c>,
    /// <c>training.schedule.kind=cosine</c>. A value is a number, true, false, null, a JSON list or object, or text.
    /// </param>
    /// <exception cref="BadOptionException">It is no such text, or the key is unknown, or the value does not fit.</exception>
    public void Set(string setting)
    {
        var equals = setting.IndexOf('=');
        if (equals < 1)
        {
            throw new BadOptionException($"'{setting}' is no setting.", "Write key=value, such as training.batch=8.");
        }
        Set(setting[..equals].Trim(), Value(setting[(equals + 1)..].Trim()));
    }

    /// <summary>Changes one setting to a value.</summary>
    /// <exception cref="BadOptionException">The key is unknown, or the value does not fit.</exception>
    public void Set(string key, JsonNode? value)
    {
        var (parts, at) = (key.Split('.'), _root);
        foreach (var (depth, part) in parts.SkipLast(1).Index())
        {
            Known(at, part, string.Join('.', parts.Take(depth + 1)));
            at = at[part] as JsonObject ?? Begun(at, part);
        }
        var last = parts[^1];
        if (at.Count > 0)
        {
            Known(at, last, key);
        }
        if (Kinds.Contains(last) && at[last]?.ToString() != value?.ToString())
        {
            at.Clear();
        }
        at[last] = value;
        _root = Tree(Fitting($"{key}={value}")); // now with every key of a new kind
    }

    private ExperimentOptions Fitting(string setting)
    {
        try
        {
            return Json.Parse<ExperimentOptions>(_root.ToJsonString(), setting);
        }
        catch (BadFileException bad)
        {
            throw new BadOptionException(bad.Problem.Replace(": line 1: ", ": ", StringComparison.Ordinal), bad.Mend);
        }
    }

    private static JsonObject Tree(ExperimentOptions options) => JsonNode.Parse(Json.ToText(options))!.AsObject();

    private static JsonObject Begun(JsonObject at, string part)
    {
        var begun = new JsonObject();
        at[part] = begun;
        return begun;
    }

    private static void Known(JsonObject at, string part, string key)
    {
        if (!at.ContainsKey(part))
        {
            string[] known = [.. at.Select(pair => pair.Key).Order(StringComparer.Ordinal)];
            throw new BadOptionException($"The key '{key}' is not known.", NearestWord.Of(part, known) is { } nearest
                ? $"Did you mean '{nearest}'?" : $"Known there: {string.Join(", ", known)}.");
        }
    }

    private static JsonNode? Value(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
