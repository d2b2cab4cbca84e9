namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What can be called with one argument.</summary>
        public interface IModule<T, TResult>
        {
            /// <summary>Runs the hooks and the forward pass.</summary>
            TResult call(T input1);
        }

        /// <summary>What can be called with two arguments.</summary>
        public interface IModule<T1, T2, TResult>
        {
            /// <summary>Runs the hooks and the forward pass.</summary>
            TResult call(T1 input1, T2 input2);
        }

        /// <summary>A module that lets others look at, or change, what goes in and comes out.</summary>
        public class HookableModule<TPreHook, TPostHook> : Module
        {
            private protected readonly OrderedDictionary<long, TPreHook> Before = [];
            private protected readonly OrderedDictionary<long, TPostHook> After = [];
            private long _hooks;

            /// <inheritdoc cref="Module(string)"/>
            protected HookableModule(string name) : base(name)
            {
            }

            /// <summary>Calls a hook after each forward pass; what it returns, if not null, is the result.</summary>
            public HookRemover register_forward_hook(TPostHook hook)
            {
                After.Add(++_hooks, hook);
                return new HookRemover(this, _hooks);
            }

            /// <summary>Calls a hook before each forward pass; what it returns, if not null, is the input.</summary>
            public HookRemover register_forward_pre_hook(TPreHook hook)
            {
                Before.Add(++_hooks, hook);
                return new HookRemover(this, _hooks);
            }

            /// <summary>Takes a hook away again.</summary>
            public class HookRemover
            {
                private readonly HookableModule<TPreHook, TPostHook> _module;
                private readonly long _key;

                internal HookRemover(HookableModule<TPreHook, TPostHook> module, long key) =>
                    (_module, _key) = (module, key);

                /// <summary>Takes the hook away; harmless the second time.</summary>
                public void remove()
                {
                    _module.Before.Remove(_key);
                    _module.After.Remove(_key);
                }
            }
        }

        /// <summary>A module of one input.</summary>
        public abstract class Module<T, TResult> :
            HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>,
            IModule<T, TResult>
        {
            /// <inheritdoc cref="Module(string)"/>
            protected Module(string name) : base(name)
            {
            }

            /// <summary>What the module computes; call it by <see cref="call"/>, which minds the hooks.</summary>
            public abstract TResult forward(T input);

            /// <summary>Runs the hooks and the forward pass.</summary>
            public TResult call(T input)
            {
                foreach (var hook in Before.Values) input = hook(this, input) ?? input;
                var result = forward(input);
                foreach (var hook in After.Values) result = hook(this, input, result) ?? result;
                return result;
            }
        }

        /// <summary>A module of two inputs.</summary>
        public abstract class Module<T1, T2, TResult> :
            HookableModule<Func<Module<T1, T2, TResult>, T1, T2, (T1, T2)?>,
                Func<Module<T1, T2, TResult>, T1, T2, TResult, TResult>>,
            IModule<T1, T2, TResult>
        {
            /// <inheritdoc cref="Module(string)"/>
            protected Module(string name) : base(name)
            {
            }

            /// <summary>What the module computes; call it by <see cref="call"/>, which minds the hooks.</summary>
            public abstract TResult forward(T1 input1, T2 input2);

            /// <summary>Runs the hooks and the forward pass.</summary>
            public TResult call(T1 input1, T2 input2)
            {
                foreach (var hook in Before.Values) (input1, input2) = hook(this, input1, input2) ?? (input1, input2);
                var result = forward(input1, input2);
                foreach (var hook in After.Values) result = hook(this, input1, input2, result) ?? result;
                return result;
            }
        }
    }
}
