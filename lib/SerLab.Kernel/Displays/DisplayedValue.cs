using SerLab.Kernel.Sessions;

namespace SerLab.Kernel.Displays;

/// <summary>A value on show, which can be replaced in place, also from a later cell.</summary>
public sealed class DisplayedValue
{
    private readonly Session _session;
    private readonly string _id;
    private readonly string? _mime;

    internal DisplayedValue(Session session, string id, string? mime) => (_session, _id, _mime) = (session, id, mime);

    /// <summary>Shows <paramref name="value"/> where the old value was, in the MIME type chosen at first.</summary>
    public void Update(object? value) => _session.Show(value, _id, _mime, isUpdate: true);
}
