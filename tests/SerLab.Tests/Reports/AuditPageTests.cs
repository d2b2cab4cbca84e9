using SerLab.Audio;
using SerLab.Reports;
using SerLab.Splits.Auditing;
using SerLab.Tests.Audio.Fingerprints;
using SerLab.Tests.Figures;
using SerLab.Tests.Files;

namespace SerLab.Tests.Reports;

[Trait("Kind", "end-to-end")]
public sealed class AuditPageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_pair_of_copies_can_be_heard_on_the_page()
    {
        AudioFile.Write(_folder["a.wav"], Speech.Of(1));
        AudioFile.Write(_folder["b.wav"], Speech.Of(1) with { Samples = Array.ConvertAll(Speech.Of(1).Samples, x => x / 2) });
        AudioFile.Write(_folder["c.wav"], Speech.Of(2));
        File.WriteAllText(_folder["split.csv"], "file,part,speaker\na.wav,train,S1\nb.wav,test,S2\nc.wav,test,S3\n");
        var report = LeakAudit.Of(
            AuditedSplitReader.Read([_folder["split.csv"]]), null, null, TestContext.Current.CancellationToken);
        AuditPage.Of(report).Save(_folder["page.html"]);

        using var page = new BrowserPage(_folder["page.html"]);
        Assert.Equal(1, page.Drawn(1));
        Assert.Equal("a.wav b.wav", page.Evaluate("[...document.querySelectorAll('.sound span')].map(one => one.textContent).join(' ')"));
        Assert.Equal("2.0", page.Evaluate("""
            new Promise(done => {
              const sound = document.querySelector("audio");
              sound.onloadedmetadata = () => done(sound.duration.toFixed(1));
              sound.preload = "auto";
              sound.load();
            })
            """));
        Assert.Contains("6.0 dB quieter", page.Evaluate("document.body.innerText"));
        Assert.Empty(page.Complaints);
        Assert.All(page.Requests, url => Assert.Matches("^(file|data|blob):", url));
    }
}
