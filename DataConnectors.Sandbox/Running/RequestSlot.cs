namespace DataConnectors.Sandbox.Running;

/// <summary>Hands requests from the thread that reads to the one that runs scripts.</summary>
internal sealed class RequestSlot : IDisposable
{
    private readonly SemaphoreSlim arrived = new(0);
    private byte[]? request;

    public void Put(byte[] arrival)
    {
        Volatile.Write(ref request, arrival);
        arrived.Release();
    }

    public byte[] Take()
    {
        arrived.Wait();
        return Volatile.Read(ref request)!;
    }

    public void Dispose() => arrived.Dispose();
}
