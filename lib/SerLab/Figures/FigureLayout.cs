using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>Plotly's layout of a figure: title, note, axes and their places, marks.</summary>
internal static class FigureLayout
{
    private const int LegendHeight = 34, TitleHeight = 22;
    private const double GapBetweenPanels = 0.05, GapBetweenColumns = 0.03;

    public static JsonObject Of(Figure figure)
    {
        var title = Theme.Wrap(figure.Title, figure.Width, Theme.TitleSize);
        var note = Theme.Wrap(figure.Note, figure.Width, Theme.TextSize);
        var top = 24 + 26 * title.Count + 22 * note.Count + (figure.Legend == Legend.Top ? LegendHeight : 0)
            + (figure.Panels is [{ Marks: var marks }, ..] && marks.Any(mark => mark is PanelTitle) ? TitleHeight : 0);
        var layout = new JsonObject
        {
            ["width"] = figure.Width,
            ["height"] = figure.Height,
            ["title"] = Title(title, note),
            ["font"] = Theme.Font(Theme.TextSize, Theme.Text),
            ["paper_bgcolor"] = Theme.Card,
            ["plot_bgcolor"] = Theme.Card,
            ["margin"] = new JsonObject { ["t"] = top, ["l"] = 60, ["r"] = RightMargin(figure), ["b"] = 56 },
            ["showlegend"] = figure.Legend != Legend.None,
            ["legend"] = LegendPlace(figure),
            ["barmode"] = figure.IsGrouped ? "group" : "stack",
            ["bargap"] = 0.25,
            ["hovermode"] = "closest",
        };
        AddAxes(layout, figure);
        AddMarks(layout, figure);
        return layout;
    }

    /// <summary>The suffix of a panel's axes: "", "2", "3" …</summary>
    public static string Suffix(int panel) => panel == 0 ? "" : $"{panel + 1}";

    /// <summary>Plotly lifts a title of several lines by some pixels, which the padding takes back.</summary>
    private static JsonObject Title(IReadOnlyList<string> title, IReadOnlyList<string> note) => new()
    {
        ["text"] = note.Count == 0 ? Lines(title) : $"{Lines(title)}<br>{Quiet(Lines(note))}",
        ["font"] = Theme.Font(Theme.TitleSize, Theme.Text),
        ["xref"] = "container",
        ["x"] = 0,
        ["xanchor"] = "left",
        ["yref"] = "container",
        ["y"] = 1,
        ["yanchor"] = "top",
        ["pad"] = new JsonObject { ["l"] = 24, ["t"] = title.Count + note.Count > 1 ? 30 : 18 },
    };

    private static string Quiet(string text) =>
        $"<span style=\"font-size:{Theme.TextSize}px;color:{Theme.Quiet}\">{text}</span>";

    /// <summary>Room for the labels that stand right of a panel.</summary>
    private static int RightMargin(Figure figure) => figure.Panels
        .SelectMany(panel => panel.Marks)
        .SelectMany(mark => mark switch
        {
            HorizontalLine line => line.Label.Split('\n'),
            RowLabel row => [row.Label],
            _ => [],
        })
        .Select(line => 24 + (int)Theme.WidthOf(line, Theme.TextSize))
        .DefaultIfEmpty(24)
        .Max();

    private static string Lines(IEnumerable<string> lines) => string.Join("<br>", lines.Select(PlotJson.Escape));

    private static JsonObject LegendPlace(Figure figure) => figure.Legend switch
    {
        Legend.Top =>
            new() { ["orientation"] = "h", ["x"] = 0, ["xanchor"] = "left", ["y"] = 1.01, ["yanchor"] = "bottom" },
        Legend.Groups => new()
        {
            ["traceorder"] = "grouped",
            ["groupclick"] = "toggleitem",
            ["itemsizing"] = "constant",
            ["tracegroupgap"] = 14,
            ["grouptitlefont"] = Theme.Font(Theme.TextSize, Theme.Quiet),
        },
        _ => new() { ["traceorder"] = "reversed" },
    };

    private static void AddAxes(JsonObject layout, Figure figure)
    {
        var places = Places(figure);
        for (var panel = 0; panel < figure.Panels.Count; panel++)
        {
            var (x, y) = (figure.Panels[panel].X.ToJson(), figure.Panels[panel].Y.ToJson());
            var suffix = Suffix(panel);
            (x["anchor"], y["anchor"]) = ($"y{suffix}", $"x{suffix}");
            var place = places[panel / figure.Columns];
            y["domain"] = PlotJson.Numbers([place.From, place.To]);
            if (figure.Columns > 1)
                x["domain"] = ColumnPlace(panel % figure.Columns, figure.Columns);
            if (figure.Panels.Count > 1)
                ShareTime(x, isFirst: panel == 0, isLowest: panel >= figure.Panels.Count - figure.Columns);
            layout[$"xaxis{suffix}"] = x;
            layout[$"yaxis{suffix}"] = y;
        }
    }

    /// <summary>Panels above each other move together, and only the lowest has labels.</summary>
    private static void ShareTime(JsonObject x, bool isFirst, bool isLowest)
    {
        if (!isFirst)
            x["matches"] = "x";
        if (isLowest)
            return;
        x["showticklabels"] = false;
        x["title"] = new JsonObject { ["text"] = "" };
    }

    private static JsonArray ColumnPlace(int column, int columns)
    {
        var width = (1 - GapBetweenColumns * (columns - 1)) / columns;
        var from = column * (width + GapBetweenColumns);
        return PlotJson.Numbers([from, from + width]);
    }

    /// <summary>Each row's part of the figure's height, from the bottom, with the first on top.</summary>
    public static IReadOnlyList<(double From, double To)> Places(Figure figure)
    {
        double[] shares = [.. figure.Panels.Where((_, i) => i % figure.Columns == 0).Select(panel => panel.Share)];
        var unit = (1 - GapBetweenPanels * (shares.Length - 1)) / shares.Sum();
        var places = new List<(double, double)>();
        var from = 0.0;
        foreach (var share in shares)
        {
            var to = from + share * unit;
            places.Add((1 - to, 1 - from));
            from = to + GapBetweenPanels;
        }
        return places;
    }

    private static void AddMarks(JsonObject layout, Figure figure)
    {
        var (shapes, annotations) = (new JsonArray(), new JsonArray());
        for (var panel = 0; panel < figure.Panels.Count; panel++)
            foreach (var mark in figure.Panels[panel].Marks)
            {
                var (x, y) = ($"x{Suffix(panel)}", $"y{Suffix(panel)}");
                if (mark.ToShape(x, y) is { } shape)
                    shapes.Add((JsonNode)shape);
                if (mark.ToAnnotation(x, y) is { } annotation)
                    annotations.Add((JsonNode)annotation);
            }
        layout["shapes"] = shapes;
        layout["annotations"] = annotations;
    }
}
