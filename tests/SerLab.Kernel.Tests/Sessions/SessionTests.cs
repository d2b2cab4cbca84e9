using System.Diagnostics;
using SerLab.Kernel.Displays;
using SerLab.Kernel.Sessions;

namespace SerLab.Kernel.Tests.Sessions;

[Trait("Kind", "law")]
public sealed class SessionTests : IDisposable
{
    private readonly Session _session = Runs.New();

    [Fact]
    public async Task A_cell_sees_what_earlier_cells_declared_and_may_redeclare_it()
    {
        await _session.CellAsync("var x = 2; int Twice(int n) => 2 * n; record Point(int X, int Y);");
        Assert.Equal("4", await _session.ValueAsync("Twice(x)"));
        Assert.Equal("seven", await _session.ValueAsync("""var x = "seven"; x"""));
        Assert.Equal("5", await _session.ValueAsync("x.Length"));
        Assert.Equal("3", await _session.ValueAsync("new Point(3, 4).X"));
    }

    [Fact]
    public async Task Usings_carry_on_and_the_default_ones_are_there()
    {
        await _session.CellAsync("using System.Numerics;");
        Assert.Equal("3", await _session.ValueAsync("new Vector2(3, 4).X"));
        Assert.Equal("6", await _session.ValueAsync("new List<int> { 1, 2, 3 }.Sum()"));
        Assert.Equal("b.txt", await _session.ValueAsync("""Path.GetFileName("a/b.txt")"""));
    }

    [Theory]
    [InlineData("1+2+3", "6")]
    [InlineData("new[] { 1, 4, 9 }", "[ 1, 4, 9 ]")]
    [InlineData("Enumerable.Range(1, 3).Select(i => i * i)", "[ 1, 4, 9 ]")]
    [InlineData("\"text\"", "text")]
    [InlineData("1.5", "1.5")]
    [InlineData("(string)null", "<null>")]
    [InlineData("await Task.FromResult(7)", "7")]
    public async Task The_last_expression_is_shown(string code, string shown)
        => Assert.Equal(shown, await _session.ValueAsync(code));

    [Theory]
    [InlineData("Math.Abs(3);")]
    [InlineData("using System.Numerics;")]
    [InlineData("var x = 3;")]
    [InlineData("await Task.Delay(1)")]
    [InlineData("// nothing here")]
    [InlineData("")]
    public async Task A_cell_without_a_last_expression_shows_nothing(string code)
    {
        var (result, outputs) = await _session.CellAsync(code);
        Assert.True(result.Success, result.Error?.Message);
        Assert.Empty(outputs);
    }

    [Fact]
    public async Task Console_text_comes_in_order_and_by_stream()
    {
        var (_, outputs) = await _session.CellAsync(
            """Console.WriteLine("a"); Console.Error.Write("b"); Console.Write('c'); display(1); Console.Write("d");""");
        Assert.Equal(
            ["stdout:a\n", "stderr:b", "stdout:c", "display", "stdout:d"],
            outputs.Select(one => one is StreamOutput text ? $"{text.Name}:{text.Text}" : "display"));
    }

    [Fact]
    public async Task Text_of_background_threads_is_not_lost()
    {
        var text = await _session.TextAsync("""
            var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() =>
            {
                for (var i = 0; i < 500; i++) Console.WriteLine("line");
            })).ToList();
            threads.ForEach(t => t.Start());
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Console.WriteLine("line"))));
            threads.ForEach(t => t.Join());
            """.Replace("Thread(", "System.Threading.Thread("));
        Assert.Equal(2004, text.Split('\n').Count(line => line == "line"));
    }

    [Fact]
    public async Task Text_streams_while_the_cell_still_runs()
    {
        var seen = new TaskCompletionSource();
        using var stop = new CancellationTokenSource();
        var cell = _session.RunAsync("Console.WriteLine(1); await Task.Delay(-1);", _ => seen.TrySetResult(), stop.Token);
        await seen.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.False(cell.IsCompleted);
        await stop.CancelAsync();
        Assert.False((await cell).Success);
    }

    [Fact]
    public async Task Two_sessions_in_one_process_stay_apart()
    {
        using var other = Runs.New();
        var texts = await Task.WhenAll(
            _session.TextAsync("for (var i = 0; i < 200; i++) { Console.Write('a'); await Task.Yield(); }"),
            other.TextAsync("for (var i = 0; i < 200; i++) { Console.Write('b'); await Task.Yield(); }"));
        Assert.Equal([new string('a', 200), new string('b', 200)], texts);
    }

    [Fact]
    public async Task A_compile_error_tells_line_column_and_shows_the_line()
    {
        var error = await _session.ErrorAsync("var a = 1;\nvar b = a + missing;");
        Assert.Equal("CompilationError", error.Name);
        Assert.Equal("(2,13): error CS0103: The name 'missing' does not exist in the current context", error.Message);
        Assert.Equal(["    var b = a + missing;", "                ^"], error.Traceback.Skip(1));
        Assert.Equal("CompilationError", (await _session.ErrorAsync("a")).Name);
    }

    [Fact]
    public async Task An_exception_tells_the_lines_of_the_cells_and_no_frames_of_ours()
    {
        await _session.CellAsync("""
            int Half(int n)
            {
                if (n % 2 == 1) throw new ArgumentException("odd");
                return n / 2;
            }
            """);
        var error = await _session.ErrorAsync("var before = 8;\n\nHalf(3)");
        Assert.Equal("System.ArgumentException", error.Name);
        Assert.Equal(
            ["System.ArgumentException: odd", "   at Half(Int32 n) in cell 1, line 3", "   at the cell in cell 2, line 3"],
            error.Traceback);
        Assert.Equal("8", await _session.ValueAsync("before"));
    }

    [Fact]
    public async Task An_exception_after_an_await_tells_its_line()
    {
        await _session.CellAsync("async Task Fail() {\n await Task.Yield();\n throw new InvalidOperationException(\"x\"); }");
        var error = await _session.ErrorAsync("\nawait Fail();");
        Assert.Equal(
            ["System.InvalidOperationException: x", "   at Fail(…) in cell 1, line 3", "   at the cell in cell 2, line 2"],
            error.Traceback);
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("for (;;) n.ToString();")]
    [InlineData("await Task.Yield(); do { } while (n == 5);")]
    [InlineData("while (true) System.Threading.Thread.Sleep(1);")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("await Task.Yield(); System.Threading.Thread.Sleep(-1);")]
    [InlineData("Task.Delay(-1).Wait();")]
    [InlineData("try { System.Threading.Thread.Sleep(-1); } catch (Exception) { while (true) await Task.Delay(1); }")]
    [InlineData("while (true) await Task.Yield();")]
    public async Task An_interrupt_stops_the_cell_and_the_state_survives(string endless)
    {
        using var stop = new CancellationTokenSource();
        List<Output> outputs = [];
        var result = await _session.RunAsync("var n = 5; display(1); " + endless, output =>
        {
            outputs.Add(output);
            stop.CancelAfter(200);
        }, stop.Token);
        Assert.Equal("Interrupted", result.Error?.Name);
        Assert.Equal(2, outputs.Count);
        Assert.Equal("5", await _session.ValueAsync("n"));
    }

    [Fact]
    public async Task Loops_keep_their_lines_and_columns_in_messages()
    {
        var wrong = await _session.ErrorAsync("foreach (var i in new[] { 1 }) { missing(); }");
        Assert.StartsWith("(1,34): error CS0103", wrong.Message);
        var thrown = await _session.ErrorAsync("""
            for (var i = 0; ; i++)
                // why
                if (i == 3)
                    throw new Exception();
            """);
        Assert.Contains("line 4", thrown.Traceback[1]);
    }

    [Fact]
    public async Task Waiting_for_async_code_without_await_does_not_block()
    {
        await _session.CellAsync("async Task<int> Later() { await Task.Delay(5); await Task.Yield(); return 3; }");
        Assert.Equal("3", await _session.ValueAsync("Later().Result"));
    }

    [Fact]
    public async Task An_exception_that_nobody_awaits_is_told_and_ends_nothing()
    {
        var text = await _session.TextAsync("""
            async void Fire() { await Task.Yield(); throw new InvalidOperationException("unheard"); }
            Fire();
            await Task.Delay(300);
            """, "stderr");
        Assert.Contains("unheard", text);
        Assert.Equal("2", await _session.ValueAsync("1 + 1"));
    }

    [Fact]
    public async Task Input_without_a_person_fails_with_a_sentence()
        => Assert.Contains("nobody is there", (await _session.ErrorAsync("Console.ReadLine()")).Message);

    [Fact]
    public async Task The_base_folder_is_the_notebooks_and_the_process_keeps_its_own()
    {
        using var session = Runs.New("/usr");
        var before = Environment.CurrentDirectory;
        Assert.Equal("/usr", await session.ValueAsync("NotebookFolder"));
        Assert.Equal(before, Environment.CurrentDirectory);
    }

    [Fact]
    public async Task Three_hundred_cells_do_not_grow_slower()
    {
        List<double> times = [];
        for (var i = 0; i < 300; i++)
        {
            var watch = Stopwatch.StartNew();
            await _session.ValueAsync($"var v{i} = {i}; v{i} + {(i == 0 ? "0" : $"v{i / 2}")}");
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"first {times[0]:0} ms, warm median {times.Skip(20).Order().ElementAt(140):0.0} ms, "
            + $"last 50 median {times.TakeLast(50).Order().ElementAt(25):0.0} ms");
        Assert.InRange(times.TakeLast(50).Order().ElementAt(25), 0, 4 * times.Skip(30).Take(50).Order().ElementAt(25));
    }

    public void Dispose() => _session.Dispose();
}
