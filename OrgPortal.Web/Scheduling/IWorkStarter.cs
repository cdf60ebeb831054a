namespace OrgPortal.Web.Scheduling;

/// <summary>Asks for durable work.</summary>
public interface IWorkStarter
{
    /// <summary>
    /// Has the work done as soon as a node is free. Asking again for the same id is safe: it is never run twice at once, and a turn more than needed finds nothing to do.
    /// </summary>
    /// <typeparam name="TWork">Registered with <see cref="SchedulingServiceCollectionExtensions.AddDurableWork{TWork}"/>.</typeparam>
    /// <param name="id">What to do: up to 100 characters, the key of what the work keeps in the store.</param>
    /// <exception cref="System.Data.Common.DbException">The store does not answer; nothing was asked for.</exception>
    Task StartAsync<TWork>(string id)
        where TWork : class, IDurableWork;
}
