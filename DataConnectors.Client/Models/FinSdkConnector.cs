using DataConnectors.Client.Names;

namespace DataConnectors.Client.Models;

/// <summary>A connector of which there is only a name yet.</summary>
/// <param name="Name">The name.</param>
public sealed record NewFinSdkConnector(string Name);

/// <summary>A connector that was created, to be finished in the console.</summary>
public sealed record CreatedFinSdkConnector : ApiObject
{
    /// <summary>The id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>Where it is finished.</summary>
    public string? WebUrl { get; init; }

    /// <summary>What to do next.</summary>
    public string? Message { get; init; }
}

/// <summary>A connector in short.</summary>
public sealed record FinSdkConnector : ApiObject
{
    /// <summary>The id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it runs.</summary>
    public ConnectorState? State { get; init; }

    /// <summary>What Fin reads to choose it.</summary>
    public string? Description { get; init; }

    /// <summary>Whether Fin triggers it by itself.</summary>
    public bool? EnableDirectUsage { get; init; }

    /// <summary>What is called.</summary>
    public FinSdkRequest? Request { get; init; }

    /// <summary>The data inputs by name.</summary>
    public IReadOnlyDictionary<string, FinSdkInput> Inputs { get; init; } =
        new Dictionary<string, FinSdkInput>();

    /// <summary>The fields that Fin reads, by path.</summary>
    public IReadOnlyDictionary<string, FinSdkOutput> Outputs { get; init; } =
        new Dictionary<string, FinSdkOutput>();
}

/// <summary>What a connector calls.</summary>
/// <param name="Method">The method.</param>
/// <param name="Url">The URL with placeholders.</param>
public sealed record FinSdkRequest(HttpMethodName? Method, string? Url);

/// <summary>A data input.</summary>
/// <param name="Type">What its values are.</param>
/// <param name="Description">What Fin is told so that it can ask for it.</param>
/// <param name="Required">Whether a run needs it.</param>
public sealed record FinSdkInput(DataInputType? Type, string? Description, bool Required);

/// <summary>A field that Fin reads.</summary>
/// <param name="Type">What its values are.</param>
public sealed record FinSdkOutput(ResponseFieldType? Type);

/// <summary>The draft and the versions of a connector.</summary>
public sealed record FinSdkVersions : ApiObject
{
    /// <summary>The newest first.</summary>
    public IReadOnlyList<FinSdkVersion> Versions { get; init; } = [];
}

/// <summary>A version, or the draft.</summary>
public sealed record FinSdkVersion : ApiObject
{
    /// <summary>What it is now.</summary>
    public VersionStatus Status { get; init; }

    /// <summary>When it was published; of the draft, when it was saved.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who did so.</summary>
    public Author? Author { get; init; }

    /// <summary>What was written about it.</summary>
    public string? Note { get; init; }
}
