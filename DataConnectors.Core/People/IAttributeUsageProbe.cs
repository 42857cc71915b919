namespace DataConnectors.Core.People;

/// <summary>
/// Asks a feature above this one which attributes and objects it uses. Each feature that names them registers one.
/// </summary>
public interface IAttributeUsageProbe
{
    /// <summary>Every use; the same one may be listed several times.</summary>
    Task<IReadOnlyList<AttributeUse>> ListAsync(CancellationToken cancellationToken);
}

/// <summary>A use of an attribute or an object.</summary>
/// <param name="Path">
/// What is used: <c>person.plan</c>, <c>conversation.topic</c>; <c>order</c> a custom object type, <c>order.status</c> its attribute or
/// reference.
/// </param>
/// <param name="UsedBy">The name of the data connector or the audience that uses it.</param>
public sealed record AttributeUse(string Path, string UsedBy);
