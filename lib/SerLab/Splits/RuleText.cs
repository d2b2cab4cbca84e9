using System.Globalization;
using System.Text;
using SerLab.Files;

namespace SerLab.Splits;

/// <summary>The text form of a rule taken apart: a name and its arguments, each read once.</summary>
internal sealed class RuleText
{
    private const string Signs = @"\,=()+|";
    private readonly string _text;
    private readonly Dictionary<string, string> _unread = new(StringComparer.Ordinal);
    private readonly List<string> _asked = [];

    public RuleText(string text)
    {
        _text = text;
        var open = text.IndexOf('(');
        var closed = open < 0 || text.TrimEnd().EndsWith(')');
        Name = (open < 0 ? text : text[..open]).Trim();
        foreach (var argument in open < 0 || !closed ? [] : Cut(text.TrimEnd()[(open + 1)..^1], ','))
        {
            if (Cut(argument, '=') is not [var key, var value] || !_unread.TryAdd(key.Trim(), Trim(value)))
            {
                throw Bad($"'{argument.Trim()}' is not one new key=value");
            }
        }

        if (!closed)
        {
            throw Bad("the bracket is not closed");
        }
    }

    public string Name { get; }

    public static string Join(IReadOnlyList<string> names) => string.Join('+', names.Select(Escape));

    /// <summary>The argument with its signs still escaped; null where it is not given.</summary>
    public string? Raw(string key)
    {
        _asked.Add(key);
        return _unread.Remove(key, out var raw) ? raw : null;
    }

    /// <summary>The argument as one text; null where it is not given.</summary>
    public string? Text(string key) => Raw(key) is { } raw ? Unescape(raw) : null;

    public static bool IsShare(string raw) => (raw.Contains('.') || raw == "0") && TryShare(raw, out _);

    public double Share(string key, double otherwise)
    {
        var raw = Raw(key);
        return raw is null ? otherwise
            : TryShare(raw, out var share) ? share
            : throw Bad($"{key}={raw} is not a share such as 0.2");
    }

    public long Whole(string key, long otherwise)
    {
        var raw = Raw(key);
        return raw is null ? otherwise
            : long.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole
            : throw Bad($"{key}={raw} is not a whole number");
    }

    /// <summary>A share where it is written as one, else names; no names where it is not given.</summary>
    public (double Share, IReadOnlyList<string> Names) ShareOrNames(string key, double otherwise)
    {
        var raw = Raw(key);
        return raw is null ? (otherwise, [])
            : IsShare(raw) && TryShare(raw, out var share) ? (share, [])
            : (otherwise, Unjoin(raw));
    }

    /// <summary>No names where they are not given.</summary>
    public IReadOnlyList<string> Names(string key) => Raw(key) is { } raw ? Unjoin(raw) : [];

    public static IReadOnlyList<IReadOnlyList<string>> Groups(string raw) => [.. Cut(raw, '|').Select(Unjoin)];

    public void RefuseUnread()
    {
        if (_unread.Count > 0)
        {
            throw Bad($"it takes {string.Join(", ", _asked)}, not {string.Join(", ", _unread.Keys)}");
        }
    }

    public BadOptionException Bad(string why) => new(
        $"'{_text}' is not a split rule: {why}.",
        "Write for example speaker, speaker(test=YAF), random(test=0.2, validation=0.1, seed=1), loso or folds=5.");

    private static bool TryShare(string raw, out double share) =>
        double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out share);

    private static IReadOnlyList<string> Unjoin(string raw) => [.. Cut(raw, '+').Select(n => Unescape(Trim(n)))];

    public static string Escape(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var edge = (i == 0 && IsShare(name)) || ((i == 0 || i == name.Length - 1) && char.IsWhiteSpace(name[i]));
            text.Append(edge || Signs.Contains(name[i]) ? "\\" : "").Append(name[i]);
        }

        return text.ToString();
    }

    /// <summary>Trims, but leaves a white space after a backslash.</summary>
    private static string Trim(string raw)
    {
        var end = raw.TrimEnd().Length;
        var slashes = end - raw[..end].TrimEnd('\\').Length;
        return raw[..(end + (slashes % 2 == 1 && end < raw.Length ? 1 : 0))].TrimStart();
    }

    private static string Unescape(string raw)
    {
        var text = new StringBuilder();
        for (var i = 0; i < raw.Length; i++)
        {
            i += raw[i] == '\\' && i + 1 < raw.Length ? 1 : 0;
            text.Append(raw[i]);
        }

        return text.ToString();
    }

    /// <summary>Cuts at the sign where no backslash stands before it; empty text gives no pieces.</summary>
    private static List<string> Cut(string text, char sign)
    {
        var pieces = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == sign)
            {
                pieces.Add(text[start..i]);
                start = i + 1;
            }

            i += text[i] == '\\' ? 1 : 0;
        }

        return text.Trim() == "" ? pieces : [.. pieces, text[start..]];
    }
}
