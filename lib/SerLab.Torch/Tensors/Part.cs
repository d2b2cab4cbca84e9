using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// The part of a tensor that an indexer names: numbers, slices and signs make a view, one after the other; tensors
/// among them are collected and applied to that view at the end.
/// </summary>
internal static class Part
{
    private static readonly Op Index = new("index", "Tensor");
    private static readonly Op IndexPut = new("index_put_");
    private static readonly Op SliceOp = new("slice", "Tensor");
    private static readonly Op Alias = new("alias");

    internal static Tensor Get(Tensor source, ReadOnlySpan<TensorIndex> indices)
    {
        using var view = View(source, indices, out var tensors);
        return tensors.Length == 0 ? view.MoveOut() : Index.Call(view, Arg.MaybeTensors(tensors));
    }

    internal static void Put(Tensor target, ReadOnlySpan<TensorIndex> indices, Tensor value)
    {
        using var view = View(target, indices, out var tensors);
        if (tensors.Length == 0) view.copy_(value);
        else IndexPut.Do(view, Arg.MaybeTensors(tensors), value);
    }

    private static Tensor View(Tensor source, ReadOnlySpan<TensorIndex> indices, out Tensor?[] tensors)
    {
        var view = Alias.Call(source);
        var found = new Tensor?[indices.Length + (int)source.Dimensions];
        long dim = 0;
        for (var i = 0; i < indices.Length; i++)
        {
            if (indices[i].Sort == TensorIndex.Kind.Ellipsis) dim = view.Dimensions - Consumed(indices[(i + 1)..]);
            else view = view.Replace(Step(view, indices[i], ref dim, found));
        }
        tensors = InOrder(found);
        return view;
    }

    // libtorch wants one entry a place, but a mask takes as many dimensions as it has.
    private static Tensor?[] InOrder(Tensor?[] found)
    {
        var last = Array.FindLastIndex(found, tensor => tensor is not null);
        var places = new List<Tensor?>();
        for (long dim = 0; dim <= last; dim += Taken(found[dim])) places.Add(found[dim]);
        return [.. places];
    }

    private static long Taken(Tensor? index) => index?.dtype == ScalarType.Bool ? index.Dimensions : 1;

    private static Tensor Step(Tensor view, TensorIndex index, ref long dim, Tensor?[] found)
    {
        switch (index.Sort)
        {
            case TensorIndex.Kind.Single:
                return view.select(dim, index.Start!.Value);
            case TensorIndex.Kind.Slice:
                return SliceOp.Call(view, dim++, index.Start, index.Stop, index.Step ?? 1);
            case TensorIndex.Kind.Tensor:
                found[dim] = index.Content;
                dim += Taken(index.Content);
                return Alias.Call(view);
            case TensorIndex.Kind.Bool:
                using (var longer = view.unsqueeze(dim)) return longer.narrow(dim++, 0, index.Start!.Value);
            default:
                return view.unsqueeze(dim++);
        }
    }

    // How many dimensions of the source the places after an ellipsis take.
    private static long Consumed(ReadOnlySpan<TensorIndex> indices)
    {
        long count = 0;
        foreach (var index in indices)
            count += index.Sort switch
            {
                TensorIndex.Kind.Single or TensorIndex.Kind.Slice => 1,
                TensorIndex.Kind.Tensor => Taken(index.Content),
                _ => 0,
            };
        return count;
    }

    private static Tensor Replace(this Tensor old, Tensor replacement)
    {
        old.Dispose();
        return replacement;
    }

    private static Tensor MoveOut(this Tensor view) => view.Share();
}
