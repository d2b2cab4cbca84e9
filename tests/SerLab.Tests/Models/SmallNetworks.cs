using SerLab.Models;

namespace SerLab.Tests.Models;

/// <summary>Every network of the catalogue with few filters and units, so that tests are quick.</summary>
internal static class SmallNetworks
{
    private const double Narrow = 1.0 / 16;

    public static TheoryData<string> Names => [.. Architectures.Names];

    public static Architecture Of(string name) => Architectures.Create(name) switch
    {
        Mlp => new Mlp { Hidden = [16, 8] },
        AlexNet1d => new AlexNet1d { Width = Narrow },
        AlexNet2d => new AlexNet2d { Width = Narrow },
        Vgg1d => new Vgg1d { Width = Narrow },
        Vgg2d => new Vgg2d { Width = Narrow },
        Custom1d => new Custom1d { Channels = [4, 6, 8, 8], Hidden = 8 },
        Custom2d => new Custom2d { Channels = [4, 6, 8, 8], Hidden = 8 },
        Cnn1d => new Cnn1d { Channels = [4, 6, 8], Hidden = 8 },
        Cnn2d => new Cnn2d { Channels = [4, 6, 8], Hidden = 8 },
        Lstm => new Lstm { Hidden = 8 },
        CnnLstm => new CnnLstm { Filters1 = 4, Filters2 = 6, Hidden = 8 },
        CnnLstmAttention => new CnnLstmAttention { Filters1 = 4, Filters2 = 6, Hidden = 8 },
        CnnBilstmAttention => new CnnBilstmAttention { Filters1 = 4, Filters2 = 6, Hidden = 8 },
        Attention => new Attention { Width = 8, Heads = 2, Hidden = 8 },
        Tdnn => new Tdnn { Channels = 8, Blocks = 2 },
        var other => other, // has no options
    };
}
