namespace OrgPortal.Web.Components;

/// <summary>
/// What prerendering hands to the circuit: behind a property with <c>[PersistentState]</c>, whose setter calls <see cref="Give"/>. The framework
/// sets such a property a second time, when parameters are set again, to the value of the prerendered page, over whatever was read since.
/// Only the first time counts.
/// </summary>
/// <typeparam name="T">What is handed over.</typeparam>
internal sealed class HandedOver<T>
    where T : class
{
    private bool _wasGiven;

    /// <summary>The value now: as handed over, or as the component has set it since.</summary>
    public T? Value { get; set; }

    /// <summary>For the framework: takes what was handed over, once.</summary>
    public void Give(T? value)
    {
        if (!_wasGiven)
        {
            (_wasGiven, Value) = (true, value);
        }
    }
}
