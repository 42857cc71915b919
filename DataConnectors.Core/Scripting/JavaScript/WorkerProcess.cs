using System.Collections.Concurrent;
using System.Diagnostics;
using DataConnectors.Core.Scripting.JavaScript.Wire;

namespace DataConnectors.Core.Scripting.JavaScript;

/// <summary>
/// One worker. A thread of its own writes requests and reads replies, so that a script that takes its time holds none of the server's
/// shared threads.
/// </summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;
    private readonly BlockingCollection<Exchange> exchanges = new(boundedCapacity: 1);
    private int isKilled;

    private WorkerProcess(Process process, bool isFiltered)
    {
        this.process = process;
        IsFiltered = isFiltered;
        Id = process.Id;
        new Thread(ExchangeAll) { IsBackground = true, Name = "JavaScript worker" }.Start();
    }

    /// <summary>Whether the kernel keeps it from files, sockets and processes.</summary>
    public bool IsFiltered { get; }

    /// <summary>The process's id.</summary>
    public int Id { get; }

    /// <summary>Starts one and waits until it is ready; what it wrote before it died when it was not. Blocks.</summary>
    public static (WorkerProcess? Worker, string Complaint) Start(
        ProcessStartInfo program,
        WorkerLimits limits,
        TimeSpan patience
    )
    {
        Process? started = null;
        try
        {
            started = Process.Start(program)!;
            using var overdue = new Timer(
                static state => Kill((Process)state!),
                started,
                patience,
                Timeout.InfiniteTimeSpan
            );
            limits.WriteTo(new FrameWriter()).SendTo(started.StandardInput.BaseStream);
            if (Frames.Read(started.StandardOutput.BaseStream) is { } hello)
            {
                var ready = new WorkerProcess(started, new FrameReader(hello).Flag());
                started = null;
                return (ready, "");
            }

            Kill(started);
            return (null, started.StandardError.ReadToEnd());
        }
        catch (Exception exception)
            when (exception
                    is IOException
                        or InvalidOperationException
                        or System.ComponentModel.Win32Exception
            )
        {
            return (null, exception.Message);
        }
        finally
        {
            if (started is not null)
            {
                Kill(started);
                started.Dispose();
            }
        }
    }

    /// <summary>Whether the process is still there.</summary>
    public bool IsAlive => isKilled == 0 && !process.HasExited;

    /// <summary>Sends a request; the reply, or null when the process ended without one. One at a time.</summary>
    public Task<byte[]?> AskAsync(FrameWriter request)
    {
        var exchange = new Exchange(request);
        try
        {
            exchanges.Add(exchange);
        }
        catch (InvalidOperationException)
        {
            // Killed in the meantime.
            return Task.FromResult<byte[]?>(null);
        }

        return exchange.Reply.Task;
    }

    /// <summary>Ends the process now, and with it a request under way.</summary>
    public void Kill()
    {
        if (Interlocked.Exchange(ref isKilled, 1) == 0)
        {
            exchanges.CompleteAdding();
            Kill(process);
        }
    }

    public void Dispose() => Kill();

    // SIGKILL, to its whole tree: elsewhere than on Linux nothing keeps a process from starting others.
    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception)
            when (exception
                    is InvalidOperationException
                        or System.ComponentModel.Win32Exception
                        or AggregateException
            )
        {
            // It has ended by itself.
        }
    }

    private void ExchangeAll()
    {
        foreach (var exchange in exchanges.GetConsumingEnumerable())
        {
            exchange.Reply.SetResult(Carry(exchange.Request));
        }

        process.WaitForExit();
        process.Dispose();
        exchanges.Dispose();
    }

    private byte[]? Carry(FrameWriter request)
    {
        try
        {
            request.SendTo(process.StandardInput.BaseStream);
            return Frames.Read(process.StandardOutput.BaseStream);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private sealed record Exchange(FrameWriter Request)
    {
        public TaskCompletionSource<byte[]?> Reply { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
