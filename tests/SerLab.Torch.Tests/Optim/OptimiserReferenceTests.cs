using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SerLab.Torch.Tests.Optim;

public sealed class OptimiserReferenceTests
{
    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, optim.Optimizer>> Optimisers = new()
    {
        ["sgd"] = p => optim.SGD(p, 0.1),
        ["sgd_momentum"] = p => optim.SGD(p, 0.05, 0.9, weight_decay: 0.01),
        ["sgd_dampened"] = p => optim.SGD(p, 0.05, 0.8, 0.3),
        ["sgd_nesterov"] = p => optim.SGD(p, 0.05, 0.9, nesterov: true),
        ["adam"] = p => optim.Adam(p, 0.02),
        ["adam_decayed"] = p => optim.Adam(p, 0.02, 0.8, 0.95, 1e-6, 0.1),
        ["adam_amsgrad"] = p => optim.Adam(p, 0.02, amsgrad: true),
        ["adamw"] = p => optim.AdamW(p, 0.02, weight_decay: 0.1),
    };

    public static TheoryData<string> Names => [.. Optimisers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Kind", "reference")]
    public void Twenty_steps_end_where_those_of_PyTorch_end(string name)
    {
        using var scope = NewDisposeScope();
        var expected = Reference.Load("optimisers", name);
        using var model = Model(expected);
        using var optimiser = Optimisers[name](model.parameters());
        foreach (var loss in expected["losses"].Numbers)
            Assert.Equal(loss, Step(model, optimiser, expected), 1e-5 * Math.Max(1, loss));
        foreach (var (key, value) in model.state_dict()) Reference.Close(expected["after"].Tensors[key], value, 1e-5);
    }

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Kind", "law")]
    public void Training_resumed_from_a_state_goes_on_byte_by_byte(string name)
    {
        using var scope = NewDisposeScope();
        var expected = Reference.Load("optimisers", name);
        using var straight = Model(expected);
        using var first = (OptimizerHelper)Optimisers[name](straight.parameters());
        for (var i = 0; i < 5; i++) Step(straight, first, expected);
        using var resumed = Model(expected);
        resumed.load_state_dict(straight.state_dict());
        using var second = (OptimizerHelper)Optimisers[name](resumed.parameters());
        second.load_state_dict(first.state_dict());
        for (var i = 0; i < 5; i++)
            Assert.Equal(Step(straight, first, expected), Step(resumed, second, expected));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void The_learning_rate_changes_through_the_group()
    {
        using var scope = NewDisposeScope();
        var weight = nn.Parameter(ones(2));
        using var optimiser = optim.SGD([weight], 0.5);
        foreach (var group in optimiser.ParamGroups) group.LearningRate = 0.25;
        weight.sum().backward();
        optimiser.step();
        Assert.Equal([0.75f, 0.75f], weight.data<float>().ToArray());
        Assert.Equal(0.5, optimiser.ParamGroups.Single().InitialLearningRate);
        optimiser.zero_grad();
        Assert.Equal([0f, 0f], weight.grad!.data<float>().ToArray());
    }

    private static Sequential Model(Reference expected)
    {
        var model = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2));
        model.load_state_dict(expected["state"].Tensors);
        return model;
    }

    private static double Step(Sequential model, optim.Optimizer optimiser, Reference expected)
    {
        using var scope = NewDisposeScope();
        optimiser.zero_grad();
        var loss = nn.functional.mse_loss(model.call(expected["input"].Tensor), expected["target"].Tensor);
        loss.backward();
        optimiser.step();
        return loss.ToDouble();
    }
}
