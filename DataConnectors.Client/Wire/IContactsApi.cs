using DataConnectors.Client.Models;
using Refit;

namespace DataConnectors.Client.Wire;

/// <summary>The people who write to the workspace. Reads need the scope <c>read_users</c>, writes <c>write_users</c>.</summary>
public interface IContactsApi
{
    /// <summary>Creates a contact.</summary>
    [Post("/contacts")]
    Task<Contact> CreateAsync(
        [Body] ContactMembers contact,
        CancellationToken cancellationToken = default
    );

    /// <summary>One contact.</summary>
    [Get("/contacts/{id}")]
    Task<Contact> GetAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Changes what is set.</summary>
    [Put("/contacts/{id}")]
    Task<Contact> UpdateAsync(
        string id,
        [Body] ContactMembers contact,
        CancellationToken cancellationToken = default
    );
}
