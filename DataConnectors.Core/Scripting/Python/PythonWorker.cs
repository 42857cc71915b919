using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;
using DataConnectors.Core.Scripting.Workers;

namespace DataConnectors.Core.Scripting.Python;

/// <summary>
/// One worker process and the two pipes to it. One message at a time; a thread of its own waits for the answer, since reads from a
/// pipe block. Cancelling a message, or its time running out, kills the process and all it started.
/// </summary>
internal sealed class PythonWorker : IDisposable
{
    private const int NonceLength = 16;
    private const int HeadLength = 1 + NonceLength + 4;
    private const int AnswerHeadLength = 1 + 4 + 8 + 8 + 4 + 4;

    // What a run says of itself is not to be trusted.
    private const double MostMicroseconds = 60_000_000;

    private readonly Process process;
    private readonly Stream input;
    private readonly Stream output;
    private readonly byte[] nonce = new byte[NonceLength];
    private readonly ITimer timer;
    private readonly Lock gate = new();
    private readonly TaskCompletionSource<PythonAnswer?> greeting = NewCompletion();
    private volatile TaskCompletionSource<PythonAnswer?> pending;
    private bool hasEnded;

    private PythonWorker(Process process, TimeProvider time)
    {
        this.process = process;
        input = process.StandardInput.BaseStream;
        output = process.StandardOutput.BaseStream;
        pending = greeting;
        timer = time.CreateTimer(
            static worker => ((PythonWorker)worker!).OnTimeUp(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        new Thread(ReadAnswers, maxStackSize: 256 * 1024)
        {
            IsBackground = true,
            Name = "Python worker",
        }.Start();
    }

    /// <summary>Whether the time of the last message ran out.</summary>
    public bool IsTimeUp { get; private set; }

    /// <summary>Whether the process is gone.</summary>
    public bool HasEnded
    {
        get
        {
            lock (gate)
            {
                return hasEnded;
            }
        }
    }

    /// <summary>Starts a process and waits until it is ready; null when it does not get there.</summary>
    public static async Task<PythonWorker?> StartAsync(
        PythonInterpreter interpreter,
        TimeSpan limit,
        TimeProvider time
    )
    {
        PythonWorker worker;
        try
        {
            worker = new PythonWorker(interpreter.Start(PythonSources.Bootstrap), time);
        }
        catch (Exception exception)
            when (exception is System.ComponentModel.Win32Exception or IOException)
        {
            return null;
        }

        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, PythonSources.Worker.Length);
        worker.timer.Change(limit, Timeout.InfiniteTimeSpan);
        worker.Write([.. length, .. PythonSources.Worker]);
        var ready = await worker.greeting.Task;
        worker.timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (ready is null)
        {
            worker.Dispose();
            return null;
        }

        return worker;
    }

    /// <summary>
    /// Sends one message and waits for its answer; null when the process ended instead. Throws only
    /// <see cref="OperationCanceledException"/>, with the process killed.
    /// </summary>
    /// <param name="kind">What the worker is to do: <c>B</c>ind, <c>R</c>un, <c>C</c>heck, <c>T</c>est itself.</param>
    /// <param name="message">The message, behind <see cref="HeadRoom"/> free bytes.</param>
    /// <param name="limit">How long it may take.</param>
    public async Task<PythonAnswer?> SendAsync(
        char kind,
        Memory<byte> message,
        TimeSpan limit,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var completion = NewCompletion();
        pending = completion;
        if (HasEnded)
        {
            return null;
        }

        RandomNumberGenerator.Fill(nonce);
        message.Span[0] = (byte)kind;
        nonce.CopyTo(message.Span[1..]);
        BinaryPrimitives.WriteInt32BigEndian(
            message.Span[(1 + NonceLength)..],
            message.Length - HeadLength
        );

        timer.Change(limit, Timeout.InfiniteTimeSpan);
        PythonAnswer? answer;
        await using (
            cancellationToken.UnsafeRegister(static worker => ((PythonWorker)worker!).Kill(), this)
        )
        {
            Write(message.Span);
            answer = await completion.Task;
        }

        timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        cancellationToken.ThrowIfCancellationRequested();
        return answer;
    }

    /// <summary>How many bytes a message leaves free at its beginning.</summary>
    public static int HeadRoom => HeadLength;

    /// <summary>Kills the process and all it started. What it held is given back once it is gone.</summary>
    public void Dispose()
    {
        Kill();
        timer.Dispose();
    }

    private static TaskCompletionSource<PythonAnswer?> NewCompletion() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void OnTimeUp()
    {
        IsTimeUp = true;
        Kill();
    }

    private void Kill()
    {
        lock (gate)
        {
            // Its number may be another's by then.
            if (!hasEnded)
            {
                ProcessGroup.Kill(process.Id);
            }
        }
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            input.Write(bytes);
        }
        catch (IOException)
        {
            // It is ending; the reader says so.
        }
        catch (ObjectDisposedException)
        {
            // It has ended.
        }
    }

    private void ReadAnswers()
    {
        try
        {
            while (true)
            {
                var answer = ReadAnswer();
                pending.TrySetResult(answer);
                if (answer is null)
                {
                    break;
                }
            }
        }
        catch (IOException)
        {
            // The process ended in the middle of an answer.
        }

        Kill();
        process.WaitForExit();
        lock (gate)
        {
            hasEnded = true;
        }

        pending.TrySetResult(null);
        process.Dispose();
    }

    /// <summary>The next answer; null when it is not to this message.</summary>
    private PythonAnswer? ReadAnswer()
    {
        Span<byte> head = stackalloc byte[NonceLength + AnswerHeadLength];
        output.ReadExactly(head);
        if (!CryptographicOperations.FixedTimeEquals(head[..NonceLength], nonce))
        {
            return null;
        }

        head = head[NonceLength..];
        var printed = ReadBytes(head[21..]);
        var text = ReadBytes(head[25..]);
        var isWhole = output.ReadByte() == 1;
        return new PythonAnswer(text)
        {
            Outcome = isWhole ? (PythonOutcome)head[0] : PythonOutcome.Ended,
            Line = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(head[1..]), int.MaxValue),
            Duration = TimeSpan.FromMicroseconds(
                Math.Min(BinaryPrimitives.ReadUInt64BigEndian(head[5..]) / 1000d, MostMicroseconds)
            ),
            Memory = Math.Max(0, BinaryPrimitives.ReadInt64BigEndian(head[13..])),
            Printed = printed,
        };
    }

    private byte[] ReadBytes(ReadOnlySpan<byte> length)
    {
        var count = BinaryPrimitives.ReadInt32BigEndian(length);
        if (count is < 0 or > 4 * ScriptLimits.MaxResultBytes)
        {
            throw new IOException("The worker announced more than it may send.");
        }

        if (count == 0)
        {
            return [];
        }

        var bytes = GC.AllocateUninitializedArray<byte>(count);
        output.ReadExactly(bytes);
        return bytes;
    }
}
