namespace DataConnectors.Core.Kernel;

/// <summary>The teammate on whose behalf a command runs. Commands check the permission themselves; pages only hide buttons.</summary>
/// <param name="TeammateId">The teammate's id.</param>
/// <param name="Name">The name shown beside what they did.</param>
/// <param name="CanAccessDeveloperHub">The permission "Can access developer hub": create, change, test or set live a connector.</param>
public sealed record Actor(long TeammateId, string Name, bool CanAccessDeveloperHub);
